import type { Service } from '../service.js';

export const kpis: readonly Service[] = [];
