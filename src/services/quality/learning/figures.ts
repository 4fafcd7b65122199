import type { Figure } from '../../service.js';
import { defects } from '../figures.js';
import { fewestFamilyBoats, fewestModels, firstBoats, lastPlace, newAfterDays } from './curve.js';

export const learningFigures: readonly Figure[] = [
  defects,
  {
    figure: 'ratio (learning)',
    title: 'Defeitos dos primeiros barcos, contra a família',
    unit: 'razão',
    definition: `Defeitos dos barcos, a dividir pelos esperados (expected_defects): por barco, a taxa dos outros modelos da mesma família e do mesmo tipo de rota, nos barcos que passaram a primeira inspeção no mesmo mês. O lugar é o do barco entre os do modelo, por dia da primeira inspeção e número. first: os ${firstBoats} primeiros; later: os seguintes até ao ${lastPlace}.º, dos mesmos modelos. Contam só os modelos novos que chegaram ao ${firstBoats}.º barco: o primeiro passou a inspeção pelo menos ${newAfterDays} dias depois do primeiro dia ativo do ficheiro.`,
    limits: `Um modelo que não se fazia há muito parece novo se o ficheiro não vai mais atrás. Se os seguintes (later) também ficam acima de 1, o modelo é mais difícil, e não aprendido. Barcos de meses em que a família tem menos de ${fewestFamilyBoats} outros ficam de fora.`,
  },
  {
    figure: 'ratio_low (learning)',
    title: 'Intervalo de 95 %, de modelo para modelo',
    unit: 'razão',
    definition: `Variância de uma razão de somas, com um termo por modelo, e t de Student com tantos graus de liberdade quantos os modelos menos um. Com menos de ${fewestModels} modelos não se dá; de um modelo só, nunca.`,
    limits:
      'É o que outros modelos novos fariam, se fossem como estes; não conta com o erro da taxa da família.',
  },
];
