import type { AnswerOf } from '../api/client.ts';
import type { Language } from '../words/format.ts';

type Gate = NonNullable<AnswerOf<'/api/gates'>['data']>[number];

/** What a gate asks, counts and says, in the language of the page. */
export function gateWords(gate: Gate, language: Language) {
  return language === 'pt'
    ? { question: gate.question, measured: gate.measured, reason: gate.reason, remedy: gate.remedy }
    : {
        question: gate.question_en,
        measured: gate.measured_en,
        reason: gate.reason_en,
        remedy: gate.remedy_en,
      };
}

/** What the gate of this name counts; its name where nobody says. */
export function measuredBy(
  gates: readonly Gate[] | null | undefined,
  name: string,
  language: Language,
): string {
  const gate = gates?.find((one) => one.gate === name);
  return gate === undefined ? name : gateWords(gate, language).measured;
}
