import { phase } from '../../contract/factory/index.js';
import type { Figure } from '../service.js';

/** What a day of deliveries is of. */
export const finishedOrDue = 'do acabamento da ordem (no cumprimento do prazo, de expedição previsto)';

export const leadTime: Figure = {
  figure: 'lead_time_days_median',
  title: 'Prazo de execução (mediana, p90 e média)',
  unit: 'dias',
  definition:
    'Dias, do dia da criação ao dia do acabamento, das ordens acabadas no período (estado DONE). A mediana (lead_time_days_median) é o menor número de dias que pelo menos metade das ordens não excede; o p90 (lead_time_days_p90), pelo menos nove em cada dez; a média (lead_time_days_mean, no panorama) soma-os e divide pelas ordens, e poucas muito antigas puxam-na para cima.',
  limits:
    'As ordens sem dia de acabamento, ou com um que não pode ser (antes da criação, depois do momento do ficheiro), ficam de fora. A criação não é o começo do trabalho. As abertas não entram, mesmo que já levem anos.',
};

export const throughput: Figure = {
  figure: 'finished_per_active_day',
  title: 'Ritmo (throughput)',
  unit: 'ordens por dia ativo',
  definition:
    'Ordens acabadas no período (finished_orders) a dividir pelos dias de fábrica ativos do período: aqueles em que acabou pelo menos um décimo das fases de trabalho de um dia mediano.',
  limits: 'O dia do ficheiro conta como os outros, embora não esteja completo. Sucata não é ordem acabada.',
};

export const wipFigure: Figure = {
  figure: 'wip_orders',
  title: 'Ordens em curso (WIP)',
  unit: 'ordens',
  definition: `Ordens por entregar no momento do ficheiro, sem as zombies: CREATED (ainda nada começou), IN_PROGRESS e AWAITING_SHIPPING (em ${phase.warehouse} ou ${phase.packed}). Zombies: criadas há mais de zombie_days dias; contam-se à parte. Contam-se ordens, na fase atual da ordem, nunca linhas de fases.`,
  limits:
    'É do momento do ficheiro: o período pedido não a muda. A do período, reconstruída das datas, é wip_average.',
};

export const wipAverage: Figure = {
  figure: 'wip_average',
  title: 'Ordens em curso, em média',
  unit: 'ordens',
  definition:
    'De cada dia do período (a partir do primeiro dia ativo do ficheiro, até ao do ficheiro), as ordens em curso no fim desse dia; a média desses dias. Uma ordem está em curso do dia da criação até à véspera do acabamento, ou até fazer zombie_days dias.',
  limits:
    'Reconstrói-se das datas de hoje: as ordens para abate e as entregues sem dia de acabamento que se possa crer nunca contam, mesmo nos dias em que estiveram em curso. Sem dia de criação não se conta.',
};

export const littlesLawFigure: Figure = {
  figure: 'littles_law',
  title: 'Lei de Little: ritmo x prazo médio, ao lado do que esteve em curso',
  unit: 'ordens',
  definition:
    'Numa fábrica em regime, o que está em curso em média é o ritmo vezes o prazo médio: wip_expected = ordens acabadas por dia de calendário x prazo médio das acabadas. deviation = (wip_average - wip_expected) / wip_expected; até 10 % para cada lado bate certo. A diferença, em ordens, é a soma exata de três partes: from_ageing (idades de todas as que estão em mão no fim, menos as das que estavam no princípio, a dividir pelos dias), from_left_behind (as que no período passaram a zombie, vezes zombie_days + 1 dias, a dividir pelos dias) e from_zombies_finished (o prazo das que acabaram já zombies, a dividir pelos dias, com sinal menos). meaning diz por palavras a maior.',
  limits:
    'É uma conferência, não uma meta: acima de 0 o trabalho em mão cresceu, envelheceu ou ficou para trás, e o prazo médio só conhece as que acabaram; abaixo de 0 acabaram ordens que já vinham de antes do período. Não diz qual será o prazo das próximas. Desde sempre, o ficheiro começa com pouco em mão: parte do desvio é isso.',
};

export const onTime: Figure = {
  figure: 'on_time_rate',
  title: 'Cumprimento do prazo, contra o último dia previsto',
  unit: 'parte das ordens',
  definition:
    'Das ordens cujo dia de expedição previsto cai no período e é anterior ao dia do ficheiro, a parte acabada até esse dia. Comparam-se dias, não instantes. Uma ordem vencida e ainda por entregar conta como atrasada; sucata não conta. on_time_rate_first (no panorama): o mesmo contra o primeiro dia previsto que uma carga viu com a ordem por acabar; null enquanto venceram menos de 5.',
  limits:
    'É contra o último dia que o ficheiro traz: um dia mudado quando falha deixa a ordem a tempo. O primeiro só se conhece das ordens que uma carga viu por acabar. De fora: ordens sem dia previsto, e entregues sem dia de acabamento que se possa crer; os limites (bounds) dizem quanto seria se todas essas fossem atrasadas ou todas a tempo.',
};

export const rework: Figure = {
  figure: 'rework_rate',
  title: 'Retrabalho',
  unit: 'parte das fases acabadas',
  definition:
    'Das fases acabadas das ordens acabadas no período, a parte marcada como retorno (FaseOf_Retorno). orders_with_rework_share: a parte dessas ordens com pelo menos uma.',
  limits:
    'Conta o que foi marcado; retrabalho feito sem se abrir uma fase não se vê. Uma fase vale uma, dure o que durar.',
};
