import type { Page } from 'playwright-core';

export function renewWallboard(
  page: Page,
  renewals: number,
): Promise<{ before: number; after: number; renewals: number }>;
