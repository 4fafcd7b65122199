import type { Figure } from '../../service.js';

export const riskFigures: readonly Figure[] = [
  {
    figure: 'late_chance',
    title: 'Probabilidade de atraso',
    unit: 'de 0 a 1',
    definition:
      'De quantas ordens acabadas da mesma família, que passaram pela mesma fase, se tem o tempo daí até ao acabamento (de todas as ' +
      'famílias, se essas são poucas), a parte que demorou mais dias do que os que faltam até ao dia previsto.',
    limits:
      'Supõe que o futuro se parece com a história. Ordens sem história que chegue não têm previsão, e dizem porquê. O dia previsto pode ' +
      'ser a primeira promessa ou o último replaneamento.',
  },
  {
    figure: 'expected_finish_day',
    title: 'Acabamento esperado',
    unit: 'dia',
    definition: 'O dia do ficheiro mais a mediana dos dias que faltaram a essas mesmas ordens.',
    limits: 'Metade acaba depois; remaining_days_p90 diz quão depois.',
  },
  {
    figure: 'brier',
    title: 'Brier da previsão e da taxa de base',
    unit: 'de 0 a 1, menos é melhor',
    definition:
      'Em dias passados faz-se a previsão só com o que até aí acontecera e compara-se com o que veio: média do quadrado do erro. Ao lado, ' +
      'o mesmo para quem dissesse sempre a parte de atrasadas até aí conhecida. Se a previsão não é melhor, não se responde.',
    limits:
      'Os dias previstos são os do ficheiro de hoje: o que foi replaneado depois do dia do ensaio entra já replaneado.',
  },
];
