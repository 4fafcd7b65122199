/** Its own types are out of reach of a resolver that heeds "exports": of all its functions, those that are used here. */
declare module 'cephes' {
  /** Fulfilled once the WebAssembly is ready; before, every function fails. */
  export const compiled: Promise<void>;
  /** The x at which the distribution function of Beta(a, b) is p. */
  export function incbi(a: number, b: number, p: number): number;
  /** Distribution function of Beta(a, b) at x. */
  export function incbet(a: number, b: number, x: number): number;
  /** What a variable of Gamma(a, 1) exceeds with chance p. */
  export function igami(a: number, p: number): number;
  /** The chance that a variable of Gamma(a, 1) exceeds x. */
  export function igamc(a: number, x: number): number;
  /** Distribution function of Student's t with `freedom` degrees of freedom, a whole number, at t. */
  export function stdtr(freedom: number, t: number): number;
}
