import type { AnswerOf } from './client.ts';
import { useFixed } from './use-answer.ts';

type Factory = AnswerOf<'/api/factory'>;

interface Word {
  readonly code: string;
  readonly pt: string;
  readonly en: string;
}

/** The factory's lists and their words, as the API tells them; nothing of them stands in the pages. */
export function useFactory(language: 'pt' | 'en') {
  const { data } = useFixed('/api/factory');
  const word = (list: (factory: Factory) => readonly Word[]) => (code: string) =>
    (data && list(data).find((one) => one.code === code)?.[language]) ?? '';
  return {
    facts: data,
    state: word((one) => one.states),
    dueStatus: word((one) => one.due_statuses),
    family: word((one) => one.families),
    severity: word((one) => one.severities),
    lineClass: word((one) => one.line_classes),
  };
}
