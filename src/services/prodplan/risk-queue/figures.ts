import type { Figure } from '../../service.js';

export const riskFigures: readonly Figure[] = [
  {
    figure: 'late_chance',
    title: 'Probabilidade de atraso',
    unit: 'de 0 a 1',
    definition:
      'Das ordens da mesma família acabadas no último ano que começaram a fase em que esta está, e que aí já tinham esperado pelo menos ' +
      'tanto (de todas as famílias, se são menos de 20), a parte que ainda demorou mais dias do que os que faltam até ao dia previsto; ' +
      'a probabilidade é o meio entre essa parte e a das ordens que no último ano se atrasaram. É 1 se o dia previsto já passou.',
    limits:
      'Supõe que o futuro se parece com o último ano. A fase em que está é a última que começou, fora da 11. Ordens sem 20 casos não têm ' +
      'previsão, e dizem porquê (NO_HISTORY, NO_START). O dia previsto pode ser a primeira promessa ou o último replaneamento.',
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
      'Em seis dias passados (30 a 180 dias antes do ficheiro) faz-se a previsão só com o que até aí acontecera e compara-se com o que veio: média do quadrado do erro. Ao lado, ' +
      'o mesmo para quem dissesse sempre a parte de atrasadas até aí conhecida. Se a previsão não é melhor, não se responde.',
    limits:
      'Os dias previstos são os do ficheiro de hoje: o que foi replaneado depois do dia do ensaio entra já replaneado.',
  },
];
