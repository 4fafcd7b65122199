import {
  bandsFrom,
  cutoffDay,
  fewestAnchors,
  fewestCases,
  fewestFinishes,
  fewestResolved,
  judgedCutoffs,
  judgedShares,
  longFollowUp,
  mostCutoffs,
  newDays,
  oldestOpenDays,
  opensAbove,
  priorDays,
  priorNew,
  priorOpen,
  recentWeight,
  seenBeforeDays,
  shortFollowUp,
  shutsBelow,
  smoothedAges,
  stepDays,
  weightedDays,
} from '../../../aggregates/index.js';
import { restingPhases, yearDays } from '../../../contract/factory/index.js';
import { plainDecimal } from '../../../platform/numbers.js';
import type { Figure } from '../../service.js';

/** `0-20, 21-59, 60-119, 120 ou mais` */
const bands = bandsFrom
  .map((from, place) => {
    const next = bandsFrom[place + 1];
    return next === undefined ? `${from} ou mais` : `${from}-${next - 1}`;
  })
  .join(', ');

const resting = restingPhases
  .toSorted((a, b) => a - b)
  .join(', ')
  .replace(/, (\d+)$/, ' ou $1');

/** The remaining time of an open order, wherever it is told. */
export const remainingFigures: readonly Figure[] = [
  {
    figure: 'remaining_days_median',
    title: 'Dias que faltam (p50, p80, p90, p95)',
    unit: 'dias',
    definition:
      'Dias, contados do dia do ficheiro, até aos quais acaba metade (p50), quatro em cada cinco (p80), nove em cada dez (p90) ou dezanove em cada vinte (p95) ' +
      `das ordens assim. Por idade em dias desde a criação: risco(idade) = acabamentos a dividir por dias em risco, somados em ${1 + 2 * smoothedAges} idades vizinhas; contam todas as ordens criadas ` +
      `antes do dia do ficheiro, acabadas ou não, só nos dias dentro da janela, menos as que não têm acabamento e estão na ${resting}. ` +
      `De todas as famílias: (risco dos últimos ${yearDays} dias + ${recentWeight} x risco dos últimos ${weightedDays}) / ${1 + recentWeight}. Da família: (acabamentos de ${yearDays} dias + ${recentWeight} x acabamentos de ${weightedDays} + ${priorDays} x risco de todas) / ` +
      `(dias em risco de ${yearDays} + ${recentWeight} x dias em risco de ${weightedDays} + ${priorDays}). Produto: no último ano, em passos de ${stepDays} dias, (acabamentos + ${priorOpen}) / (acabamentos que o risco da família faria esperar + ${priorOpen}), ` +
      `na faixa de idade em que a ordem está (${bands}); numa ordem criada no próprio dia, + ${priorNew} e todas as idades juntas. ` +
      'Parte por acabar ao fim de r dias: exp(-fator x soma de -log(1 - risco) da idade de hoje até à idade de hoje + r); o quantil é o primeiro dia em que essa parte não passa de 1 - p.',
    limits:
      'Supõe que o futuro se parece com o último ano. Não olha para a fase em que a ordem está nem para o dia previsto. Vazio quando o dia fica além do que alguma vez se viu. ' +
      `Sem previsão, com a razão: NO_CREATION (sem dia de criação que se possa crer), AT_REST (está onde os barcos ficam: armazém, embalado ...), TOO_OLD (criada há mais de ${oldestOpenDays} dias), ` +
      `NO_HISTORY (menos de ${fewestFinishes} acabamentos num ano, ou nem metade acaba no que se viu).`,
  },
  {
    figure: 'expected_finish_day',
    title: 'Acabamento esperado',
    unit: 'dia',
    definition: 'O dia do ficheiro mais remaining_days_median: metade das ordens assim acaba até esse dia.',
    limits: 'Metade acaba depois; remaining_days_p80, p90 e p95 dizem quão depois.',
  },
];

export const riskFigures: readonly Figure[] = [
  ...remainingFigures,
  {
    figure: 'days_after_due',
    title: 'Dias depois do prazo (do acabamento esperado)',
    unit: 'dias',
    definition:
      'Do dia previsto ao acabamento esperado: remaining_days_median menos days_left; acima de 0, metade das ordens assim só acaba depois do prazo, e a ordem é AT_RISK (LATE se o prazo já passou).',
    limits:
      'É uma regra sobre dias, não uma probabilidade: o dia previsto é marcado quando o barco está quase pronto e mudado quando falha, e a previsão não sabe disso.',
  },
  {
    figure: 'late_chance',
    title: 'Probabilidade de atraso',
    unit: 'de 0 a 1',
    definition:
      'De um só ficheiro não se responde (null; a pergunta late_chance diz porquê): os dias previstos são marcados quando o barco está quase pronto (ou vendido) e mudados quando falham, e o que se tira deles acerta no passado e mente no futuro. ' +
      `Abre sozinha, e decide-se só no primeiro dia de cada mês, com o que então se sabia: no mínimo ${fewestResolved} ordens com desfecho cujo dia previsto uma carga vira pelo menos ${seenBeforeDays} dias antes dele, em pelo menos ${fewestAnchors} primeiros dias de mês; abre com perícia acima de ${plainDecimal(opensAbove)}, ` +
      `fecha abaixo de ${plainDecimal(shutsBelow)}, e cada estado dura pelo menos dois meses. Perícia: 1 - Brier da probabilidade / Brier da taxa de base, nos últimos ${judgedCutoffs} primeiros dias de mês. Taxa de base: a parte atrasada de todos os casos (uma ordem num primeiro dia de mês) cujo desfecho já se conhecia nesse dia, a mesma para todas as ordens; com menos de ${fewestCases} casos, ou se todos ou nenhum se atrasaram, nada se diz. A probabilidade é a parte das ordens assim que acaba depois do dia previsto (remaining_days_*), ` +
      'escalada (Platt) pelos desfechos já conhecidos: 1 / (1 + exp(-(a + b x ln(parte / (1 - parte)) + c x ln(1 + dias até ao prazo)))), a parte entre 0,001 e 0,999. É 1 se o prazo já passou.',
    limits:
      'O atraso é contra o dia que a carga vira no primeiro dia do mês, não contra o que depois o substituiu. auc e reliability, no ensaio, dizem quanto ordena e quanto acerta.',
  },
];

export const backtestFigures: readonly Figure[] = [
  {
    figure: 'ratio',
    title: 'Perda da previsão a dividir pela da linha de base',
    unit: 'razão, menos de 1 é melhor',
    definition:
      `No dia ${cutoffDay} de cada mês (até ${mostCutoffs} meses) faz-se a previsão só com o que até aí acontecera e compara-se com o que veio. OPEN: ordens por acabar nesse dia, criadas há não mais de ${oldestOpenDays} dias; ` +
      `NEW: as criadas nos ${newDays} dias a partir dele. Perda: média, nos quantis ${judgedShares.map(plainDecimal).join(' ')}, da perda pinball em dias entre o que veio e o que se disse, ambos cortados em censor_days ` +
      `(${longFollowUp.censor_days} onde há ${longFollowUp.fewest} cortes com um ano de história antes e mais de ${longFollowUp.censor_days} dias depois; senão ${shortFollowUp.censor_days}). A linha de base de OPEN são os quantis de quanto demoraram as ordens da família acabadas nos ${yearDays} dias antes, ` +
      'das que demoraram pelo menos a idade da ordem, menos essa idade (de todas as famílias abaixo de 20 casos); de NEW, o mesmo com idade 0. ratio é a soma das perdas a dividir pela soma das da linha de base; o intervalo ' +
      '(ratio_low, ratio_high) são os quantis 2,5 % e 97,5 % de 2000 sorteios, com reposição, dos cortes.',
    limits:
      'Mede-se com os dias de criação e de acabamento do ficheiro de hoje. Uma razão abaixo de 0,90 numa história inteira quer dizer que se usou algo que então não se sabia; numa história curta a linha de base é que é má.',
  },
  {
    figure: 'coverage',
    title: 'Cobertura',
    unit: 'parte das ordens',
    definition:
      'Das ordens julgadas (judged), a parte acabada até ao dia dito (covered); no quantil 0,8 deve ser 0,8. Uma ordem por acabar conta como não coberta se o dia dito já passou, e fica de fora se ainda não passou.',
    limits:
      'De corte para corte a do p50 varia 10 (OPEN) a 15 (NEW) pontos: julga-se a de todos os cortes juntos, a 4 pontos.',
  },
];
