import { yearDays } from '../../../contract/factory/index.js';
import { plainDecimal } from '../../../platform/numbers.js';
import { fewestBoats } from '../../headline.js';
import type { Figure } from '../../service.js';
import { leastYearDays, sideLineBelow, windowDays } from './pace.js';

export const bottleneckFigures: readonly Figure[] = [
  {
    figure: 'days_to_clear',
    title: 'Dias úteis para escoar, com o intervalo',
    unit: 'dias úteis',
    definition: `Ordens por entregar que estão na fase (Of_FaseId), sem zombies, a dividir por throughput_per_day: ordens distintas que acabaram a fase em cada dia, em média nos últimos ${windowDays} dias ativos antes do dia do ficheiro. Um dia é ativo quando nele acabou pelo menos um décimo das fases de trabalho de um dia mediano. Sem nenhuma ordem acabada a fase é recusada (refused), não é infinita nem 0. days_to_clear_low e days_to_clear_high são o intervalo de 95 % exato: as ordens que acabaram tomam-se por uma contagem de Poisson, e os limites do ritmo são quantis da Gama (Garwood); com quatro ordens acabadas vai de 0,4 a 3,7 vezes o valor. Sem nenhuma só há limite de baixo. As fases vêm por days_to_clear_low, da maior para a menor: primeiro as que, no mínimo, mais demoram.`,
    limits:
      'Supõe que o ritmo continua e que não entra mais nada. Uma ordem que acaba a fase em dois dias (retorno) conta nos dois. O dia do ficheiro fica de fora por não estar completo. Ordens que acabam aos lotes variam mais do que Poisson: o intervalo é então estreito de mais.',
  },
  {
    figure: 'utilisation',
    title: 'Utilização face ao melhor ritmo da própria fase',
    unit: 'razão',
    definition: `throughput_per_day a dividir por pace_p90_per_day: de todas as janelas de ${windowDays} dias ativos seguidos do último ano (${yearDays} dias até à véspera do ficheiro), o ritmo que nove em cada dez não passaram. Perto de 1, a fase já vai tão depressa como mostrou saber ir, e a fila não desce por si; longe de 1, já foi mais depressa. Dá-se também da fábrica inteira (factory), todas as fases de trabalho juntas. null com menos de ${leastYearDays} dias ativos no ano, ou se em nenhuma dessas janelas acabou ordem alguma.`,
    limits:
      'É o que a fase já fez, não o que poderia fazer: o ficheiro não traz horas, turnos nem máquinas. Uma fase a que sempre faltou trabalho parece cheia. O percentil 90 depende de poucas janelas: se ao ficheiro faltam linhas dessas, a utilização parece maior do que é.',
  },
  {
    figure: 'relative_pace',
    title: 'Ritmo face ao da fábrica inteira',
    unit: 'razão',
    definition:
      'A parte da fase em tudo o que as fases de trabalho acabaram na janela, a dividir pela sua parte no último ano. 1: vai como a fábrica; 0,5: abrandou para metade do que a fábrica abrandou. Se todas abrandam, como nas férias, fica em 1 e a fase não é o que trava; factory.pace_of_year diz quanto abrandou a fábrica (ritmo da janela a dividir pelo médio do ano).',
    limits: 'Com poucas ordens acabadas varia muito por acaso. Muda também quando muda o que se fabrica.',
  },
  {
    figure: 'passes_per_boat',
    title: 'Passagens por barco, e linhas de lado',
    unit: 'vezes por barco',
    definition: `Ordens que acabaram a fase, somadas pelos dias ativos do último ano, a dividir pelos barcos acabados no último ano. Abaixo de ${plainDecimal(sideLineBelow)} (menos de um barco em vinte) a fase é uma linha de lado (side_lines, line = SIDE) e não concorre com as outras: duas ordens paradas ali são semanas de espera e não travam a fábrica. Com menos de ${fewestBoats} barcos acabados não se sabe (null), e a fase fica com as outras.`,
    limits:
      'Uma fase nova, ainda sem um ano, parece rara. Conta passagens: um barco que lá volta conta outra vez. Com filtros, é dos barcos que passam neles.',
  },
  {
    figure: 'trend',
    title: 'Tendência do ritmo',
    unit: '',
    definition: `RISING ou FALLING quando as ordens acabadas nos últimos ${windowDays} dias ativos diferem das dos ${windowDays} anteriores em mais de duas vezes a raiz da soma de ambas; senão STEADY; UNKNOWN se não há ${windowDays} dias anteriores.`,
    limits:
      'É do ritmo, não da fila: o ficheiro não diz quantas ordens estavam na fase noutro dia. Não se compara com a fábrica: para isso, relative_pace.',
  },
];
