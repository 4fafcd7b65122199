import type { Service } from '../service.js';

export const prodplan: readonly Service[] = [];
