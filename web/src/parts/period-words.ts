import type { Translated } from '../words/pt.ts';

const pt = {
  before: (value: string, from: string, to: string) => `${value} de ${from} a ${to}`,
};

const en: Translated<typeof pt> = {
  before: (value, from, to) => `${value} from ${from} to ${to}`,
};

export const periodWords = { pt, en };
