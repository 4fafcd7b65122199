import type { SampleRatios } from './count.js';
export const realRatios: readonly { readonly label: string; readonly sheets: SampleRatios }[] = [];
