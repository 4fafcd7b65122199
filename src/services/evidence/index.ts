import type { Service } from '../service.js';
import { evidenceGates } from './gates.js';
import { issueKinds } from './issue-kinds.js';
import { issues } from './issues.js';
import { matchRates } from './match-rates.js';
import { profile } from './profile.js';
import { evidenceUnanswerable } from './unanswerable.js';

export const evidence: readonly Service[] = [
  evidenceGates,
  matchRates,
  issues,
  issueKinds,
  profile,
  evidenceUnanswerable,
];
