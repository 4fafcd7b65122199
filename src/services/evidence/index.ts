import type { Service } from '../service.js';
import { gates } from './gates.js';
import { issues } from './issues.js';
import { matchRates } from './match-rates.js';
import { profile } from './profile.js';

export const evidence: readonly Service[] = [gates, matchRates, issues, profile];
