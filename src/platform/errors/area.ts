import { type Failure, ProdplanError } from '../errors.js';
import { type FailureKind, kinds, type Language, type Told } from './kinds.js';

/** What the catalogue says of one code; `P` is what its sentences speak of. */
export interface ErrorEntry<P extends object = Nothing> extends AnyEntry {
  readonly pt: (params: P) => Told;
  readonly en: (params: P) => Told;
  /** Parameters as they may be, one set for each way in which the sentences differ: the reference page shows them. */
  readonly examples: readonly P[];
}

type Nothing = Readonly<Record<never, never>>;

/** An entry, whatever its parameters. */
export interface AnyEntry {
  readonly kind: FailureKind;
  readonly pt: (params: never) => Told;
  readonly en: (params: never) => Told;
  readonly examples: readonly object[];
  /** What callers over the network are told, where the kind's own words say too little. */
  readonly outside?: Readonly<Record<Language, Told>>;
}

type ParamsOf<E extends AnyEntry> = E extends { pt: (params: infer P) => Told } ? P : never;

type Arguments<P> = Nothing extends P
  ? [params?: P, options?: ErrorOptions]
  : [params: P, options?: ErrorOptions];

/** The failures of one area: call it with a code and what the sentences of that code speak of, and throw what it gives. */
export interface Area<E extends Readonly<Record<string, AnyEntry>>> {
  <C extends keyof E & string>(code: C, ...rest: Arguments<ParamsOf<E[C]>>): ProdplanError;
  readonly entries: E;
}

/** Declares an entry; without parameters where no type is given. */
export function entry<P extends object = Nothing>(declared: ErrorEntry<P>): ErrorEntry<P> {
  return declared;
}

/** An entry whose sentences speak of nothing but what the code says. */
export function plain(kind: FailureKind, pt: Told, en: Told): ErrorEntry {
  return { kind, pt: () => pt, en: () => en, examples: [{}] };
}

/** Puts entries together; each code stands in one area only, which a test holds. */
export function area<E extends Readonly<Record<string, AnyEntry>>>(entries: E): Area<E> {
  const make = (code: keyof E & string, params: object = {}, options?: ErrorOptions): ProdplanError =>
    new ProdplanError(failureOf(code, entries[code]!, params), options);
  return Object.assign(make, { entries }) as Area<E>;
}

/** A failure as its entry tells it, with these parameters. */
export function failureOf(code: string, declared: AnyEntry, params: object): Failure {
  const { kind } = declared;
  const told = (language: Language): Told => declared[language](params as never);
  // Sentences without parameters name nothing that only the inside may know.
  const hidden = declared.pt.length > 0 ? kinds[kind].outside : undefined;
  const outside = (language: Language): Told =>
    hidden === undefined ? told(language) : (declared.outside ?? hidden)[language];
  return { code, kind, told, outside };
}
