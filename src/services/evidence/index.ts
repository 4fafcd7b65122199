import type { Service } from '../service.js';
import { gates } from './gates.js';
import { issueKinds } from './issue-kinds.js';
import { issues } from './issues.js';
import { matchRates } from './match-rates.js';
import { profile } from './profile.js';
import { unanswerable } from './unanswerable.js';

export const evidence: readonly Service[] = [gates, matchRates, issues, issueKinds, profile, unanswerable];
