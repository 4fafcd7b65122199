import type { components } from '../api/schema.d.ts';
import type { Status } from './mark.tsx';

export type Support = components['schemas']['Support'];

/** The part of an answer that tells how far it carries. */
export interface Carried {
  readonly status: Status;
  readonly reason?: string;
  readonly suggestion?: string;
  readonly support: Support;
}
