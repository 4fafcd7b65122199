import type { Service } from '../service.js';

export const quality: readonly Service[] = [];
