import type { Translated } from '../../words/pt.ts';

const pt = {
  release: 'Lançar contra acabar',
  releaseNote:
    'Quantos barcos em curso cabem num tempo de entrega, ao ritmo dos últimos 90 dias (lei de Little); os meses mostram quanto ela acerta.',
  wantedDays: 'Tempo de entrega médio que se quer (dias)',
  pace: (created: string, finished: string, lead: string) =>
    `Criam-se ${created} barcos por dia de calendário e acabam-se ${finished}; os acabados levaram ${lead} dias em média.`,
  allowed: (days: string, allowed: string, now: string) =>
    `Em ${days} dias cabem ${allowed} barcos em curso; há ${now}.`,
  over: (boats: string, days: string) => `São ${boats} a mais: ${days} dias sem lançar nada.`,
  under: (boats: string, days: string) => `Ainda cabem ${boats}: ${days} dias de ritmo.`,
  error: (share: string) => `Nos meses abaixo, a lei afastou-se ${share} do que foi (mediana).`,
  month: 'Mês',
  created: 'Criados',
  finished: 'Acabados',
  wip: 'Em curso, em média',
  byWip: 'Dias pela lei',
  was: 'Dias que levaram',
  ageing: 'Idade do que está em curso, marco a marco',
  ageingNote:
    'A idade de cada barco ao lado da que tinham os acabados no último ano quando passaram ao marco seguinte; os que nunca acabam não estão na comparação.',
  inBand: {
    BEYOND_P95: (n: string) => `${n} mais velhos do que 19 em 20`,
    UP_TO_P95: (n: string) => `${n} entre 17 e 19 em 20`,
    UP_TO_P85: (n: string) => `${n} entre metade e 17 em 20`,
    UP_TO_P50: (n: string) => `${n} na primeira metade`,
  },
  noBoats: 'Nenhum barco com estes filtros.',
  first: (n: string, all: string) => `São os primeiros ${n} de ${all}; a lista inteira está na exportação.`,
  boat: 'Barco',
  milestone: 'Último marco',
  age: 'Idade (dias)',
  half: 'Metade tinha saído com',
  mostOf: '17 em 20 com',
  nearlyAll: '19 em 20 com',
  against: 'Face aos acabados',
  bands: {
    BEYOND_P95: 'mais velho do que 19 em 20',
    UP_TO_P95: 'mais velho do que 17 em 20',
    UP_TO_P85: 'mais velho do que metade',
    UP_TO_P50: 'na primeira metade',
  },
  noHistory: 'acabados de menos para comparar',
  milestones: {
    CREATED: 'criado',
    STARTED: 'começado',
    DEMOULDED: 'desmoldado',
    CONTROLLED: 'no controlo final',
    FINISHED: 'acabado',
  },
};

const en: Translated<typeof pt> = {
  release: 'Released against finished',
  releaseNote:
    "How many boats in hand a lead time allows, at the pace of the last 90 days (Little's law); the months show how well it holds.",
  wantedDays: 'Mean lead time that is wanted (days)',
  pace: (created, finished, lead) =>
    `${created} boats are created and ${finished} finished a calendar day; the finished ones took ${lead} days on average.`,
  allowed: (days, allowed, now) => `${days} days allow ${allowed} boats in hand; there are ${now}.`,
  over: (boats, days) => `That is ${boats} too many: ${days} days without releasing any.`,
  under: (boats, days) => `There is room for ${boats}: ${days} days of pace.`,
  error: (share) => `In the months below the law was off by ${share} (median).`,
  month: 'Month',
  created: 'Created',
  finished: 'Finished',
  wip: 'In hand, on average',
  byWip: 'Days by the law',
  was: 'Days they took',
  ageing: 'Age of what is in hand, milestone by milestone',
  ageingNote:
    'The age of each boat beside that of those finished in the past year when they went on to the next milestone; boats that never finish are not in the comparison.',
  inBand: {
    BEYOND_P95: (n) => `${n} older than 19 in 20`,
    UP_TO_P95: (n) => `${n} between 17 and 19 in 20`,
    UP_TO_P85: (n) => `${n} between half and 17 in 20`,
    UP_TO_P50: (n) => `${n} in the first half`,
  },
  noBoats: 'No boat with these filters.',
  first: (n, all) => `These are the first ${n} of ${all}; the whole list is in the export.`,
  boat: 'Boat',
  milestone: 'Last milestone',
  age: 'Age (days)',
  half: 'Half had gone on by',
  mostOf: '17 in 20 by',
  nearlyAll: '19 in 20 by',
  against: 'Against finished ones',
  bands: {
    BEYOND_P95: 'older than 19 in 20',
    UP_TO_P95: 'older than 17 in 20',
    UP_TO_P85: 'older than half',
    UP_TO_P50: 'in the first half',
  },
  noHistory: 'too few finished to compare',
  milestones: {
    CREATED: 'created',
    STARTED: 'started',
    DEMOULDED: 'demoulded',
    CONTROLLED: 'past final control',
    FINISHED: 'finished',
  },
};

export const catalogue: { readonly pt: Translated<typeof pt>; readonly en: Translated<typeof pt> } = {
  pt,
  en,
};
