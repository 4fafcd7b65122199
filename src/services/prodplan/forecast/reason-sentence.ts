import { oldestOpenDays } from '../../../aggregates/index.js';
import { decimalText } from '../../../platform/numbers.js';
import type { ForecastReason, Reason } from './reason.js';

/** The reason with its numbers, in Portuguese. */
export function sentenceOfReason({ reason, reason_value, reason_usual }: Reason): string {
  return sentences[reason](reason_value, reason_usual);
}

type Sentence = (value: number | null, usual: number | null) => string;

const sentences: Readonly<Record<ForecastReason, Sentence>> = {
  NO_CREATION: () => 'Sem previsão: não se sabe quando foi criada.',
  AT_REST: () => 'Sem previsão: está onde os barcos ficam (armazém, embalado ...).',
  TOO_OLD: (age) => `Sem previsão: criada há ${days(age)}, mais do que ${oldestOpenDays}.`,
  NO_HISTORY: () => 'Sem previsão: não há história que chegue.',
  REWORK: (reworks) => `Retrabalho por acabar: ${count(reworks)}.`,
  NOT_BEGUN: (age, usual) =>
    `Ainda sem início, ${days(age)} depois de criada${usual === null ? '' : `; a mediana da família é ${days(usual)}`}.`,
  STANDING: (standing, usual) => `Parada nesta fase há ${days(standing)}; a mediana é ${days(usual)}.`,
  QUEUE: (boats, clear) =>
    `Fila na fase: ${count(boats)} barcos, que ao ritmo das últimas quatro semanas levam ${days(clear)}.`,
  DUE_BEFORE: (left, median) =>
    (left ?? 0) < 0
      ? `O prazo passou há ${days(-left!)} e a mediana do que falta é ${days(median)}.`
      : `Faltam ${days(left)} para o prazo e a mediana do que falta é ${days(median)}.`,
  RARE_MODEL: (finishes) =>
    `Modelo raro: ${count(finishes)} acabados no último ano; conta quase só a família.`,
  ON_PACE: (median) => `Ao ritmo da família e do modelo: metade acaba em ${days(median)}.`,
};

function days(value: number | null): string {
  if (value === null) return 'um tempo que não se sabe';
  const rounded =
    Math.abs(value) < 10 && !Number.isInteger(value) ? decimalText(value, 1) : `${Math.round(value)}`;
  return rounded === '1' ? '1 dia' : `${rounded} dias`;
}

function count(value: number | null): string {
  return value === null ? 'número desconhecido' : `${value}`;
}
