import type { Service } from '../service.js';
import { bonus } from './bonus/bonus.js';
import { byEmployee } from './by-employee/by-employee.js';
import { kpisByPhase } from './by-phase/by-phase.js';
import { kpisByProduct } from './by-product/by-product.js';
import { history } from './history/history.js';
import { kpisOverview } from './overview/overview.js';
import { skillCoverage } from './skill-coverage/skill-coverage.js';
import { teamSize } from './team-size/team-size.js';

export const kpis: readonly Service[] = [
  kpisOverview,
  kpisByPhase,
  kpisByProduct,
  byEmployee,
  skillCoverage,
  teamSize,
  bonus,
  history,
];
