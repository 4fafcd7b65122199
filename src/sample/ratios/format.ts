import type { SampleSummary } from '../index.js';
export function formatRatios(_: SampleSummary): string {
  return '';
}
