import { plainDecimal } from '../../../platform/numbers.js';
import type { Figure } from '../../service.js';
import { defects } from '../figures.js';
import { alarmSigmas, slackSigmas } from './cusum.js';
import { familyBoats } from './expected.js';

export const standardisedFigures: readonly Figure[] = [
  defects,
  {
    figure: 'standardised_per_100_orders',
    title: 'Defeitos por 100 barcos, padronizados pela mistura',
    unit: 'defeitos por 100 barcos',
    definition: `A taxa da base (baseline_per_100_orders) vezes ratio: os defeitos do mês a dividir pelos esperados (expected_defects), que são a soma, sobre os barcos do mês, da taxa que o seu modelo teve na base (padronização indireta). A taxa de um modelo junta aos seus barcos ${familyBoats} à taxa da família, e a da família ${familyBoats} à do tipo de rota; um modelo que a base não tem (orders_without_history) conta à da família. As esperadas ajustam-se para que na base a soma seja a dos defeitos. Mudar só o que se faz não muda ratio.`,
    limits:
      'Julga o que mudou dentro dos modelos, todos juntos. Se um modelo novo é mais difícil, vê-se como subida: a base não o conhece. As taxas são as da base, e envelhecem com ela.',
  },
  {
    figure: 'cusum_high',
    title: 'Soma acumulada dos desvios (CUSUM; cusum_low para baixo)',
    unit: 'sigmas',
    definition: `De cada mês julgado, do primeiro em diante: distance, (defeitos - esperados) em sigmas da raiz de (dispersion x esperados); soma-se o que passa de ${plainDecimal(slackSigmas)}, nunca abaixo de 0. Acima de ${alarmSigmas} há alarme (signal). dispersion: o qui-quadrado de Pearson dos meses de base pelos seus graus de liberdade, nunca abaixo de 1. Base: até 12 meses inteiros antes dos julgados, que são os últimos 12; de uma história mais curta, a metade dela, e nunca menos de 6. alarm diz o alarme que ainda dura, e desde quando a soma não volta a 0.`,
    limits:
      'Por acaso há um alarme falso em cerca de 168 meses. Uma subida de um sigma leva uns oito meses a dar alarme: para um mês só, olhe a carta (quality/trend). Uma mudança no modo de registar também soma (recording_break): nesse caso o alarme é do registo.',
  },
];
