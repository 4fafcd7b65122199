/** Signature, flags and length of the extension: what a COPY in binary begins with, as PostgreSQL writes it. */
const headerBytes = 19;
/** Stands in place of a tuple's number of fields where there are no more. */
const end = -1;

/** Takes a COPY TO STDOUT (FORMAT binary) apart, in whatever pieces it comes; no field of it may be null. */
export class CopyRows {
  #rest: Buffer = Buffer.alloc(0);
  #isBegun = false;

  /** The tuples that are whole by now, each as its fields; they share the memory of the piece. */
  *take(piece: Buffer): Generator<Buffer[]> {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let at = 0;
    if (!this.#isBegun && bytes.length >= headerBytes) {
      this.#isBegun = true;
      at = headerBytes;
    }
    for (let tuple = this.#isBegun ? tupleAt(bytes, at) : null; tuple !== null; tuple = tupleAt(bytes, at)) {
      at = tuple.next;
      yield tuple.fields;
    }
    this.#rest = bytes.subarray(at);
  }
}

/** Null where it is not there as a whole, and at the end. */
function tupleAt(bytes: Buffer, from: number): { readonly fields: Buffer[]; readonly next: number } | null {
  if (bytes.length < from + 2) return null;
  const count = bytes.readInt16BE(from);
  if (count === end) return null;
  const fields: Buffer[] = [];
  let at = from + 2;
  for (let nth = 0; nth < count; nth++) {
    if (bytes.length < at + 4) return null;
    const length = bytes.readInt32BE(at);
    if (length < 0) throw new Error('a null in a COPY that has none');
    if (bytes.length < at + 4 + length) return null;
    fields.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { fields, next: at };
}
