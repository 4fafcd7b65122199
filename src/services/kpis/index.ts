import type { Service } from '../service.js';
import { byEmployee } from './by-employee/by-employee.js';
import { byPhase } from './by-phase/by-phase.js';
import { byProduct } from './by-product/by-product.js';
import { history } from './history/history.js';
import { overview } from './overview/overview.js';

export const kpis: readonly Service[] = [overview, byPhase, byProduct, byEmployee, history];
