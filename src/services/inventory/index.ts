import type { Service } from '../service.js';
import { consumptionEstimate } from './consumption-estimate.js';

export const inventory: readonly Service[] = [consumptionEstimate];
