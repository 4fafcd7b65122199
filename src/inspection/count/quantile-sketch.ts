import { DDSketch } from '@datadog/sketches-js';

export type QuantileSketch = DDSketch;

/** A quantile of a sketch lies at most this share of its value beside the true one. */
export const quantileError = 0.005;

export function newQuantileSketch(): QuantileSketch {
  return new DDSketch({ relativeAccuracy: quantileError });
}
