import type { Service } from '../service.js';
import { consumptionEstimate } from './consumption-estimate.js';
import { gelcoat } from './gelcoat/gelcoat.js';
import { wip } from './wip/wip.js';
import { wipMass } from './wip-mass/wip-mass.js';

export const inventory: readonly Service[] = [wip, wipMass, gelcoat, consumptionEstimate];
