import type { ClientBase } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import type { Sheet } from '../../contract/index.js';
import { copyStatement, stagingDdl } from '../../contract/sql.js';

/** COPY data is written in pieces of this size: smaller ones cost a system call each, larger ones only memory. */
const pieceBytes = 1 << 18;

/** One COPY of one sheet into its staging table, open while its blocks arrive. */
export class CopySink {
  /** Rows that the server took; known once the COPY is finished. */
  rows = 0;
  readonly #stream: CopyStreamQuery;
  readonly #done: Promise<void>;
  #failed = false;
  #lastWrite: Promise<void> = Promise.resolve();

  private constructor(stream: CopyStreamQuery) {
    this.#stream = stream;
    this.#done = new Promise<void>((resolve, reject) => {
      stream.on('finish', resolve);
      stream.on('error', (error) => {
        this.#failed = true;
        reject(error);
      });
    });
    // Whoever waits is told of the failure. Nobody may be waiting at that moment, and then it must not count as
    // unhandled.
    this.#done.catch(() => {});
  }

  /**
   * Makes the staging table of the sheet and begins its COPY. The client is taken until the end of it. `numbered`: each row
   * begins with its number, for not every row comes.
   */
  static async open(client: ClientBase, sheet: Sheet, runId: number, numbered = false): Promise<CopySink> {
    await client.query(stagingDdl(sheet, runId));
    return new CopySink(client.query(copyFrom(copyStatement(sheet, runId, numbered))));
  }

  /** Resolves when the connection has taken the block over. Blocks follow each other, however many are handed in at once. */
  write(block: Buffer): Promise<void> {
    const written = this.#lastWrite.then(() => this.#writePieces(block));
    this.#lastWrite = written;
    // The caller hears of a failure; the copy that the next block waits for must not be reported beside it.
    written.catch(() => {});
    return written;
  }

  async #writePieces(block: Buffer): Promise<void> {
    for (let at = 0; at < block.length; at += pieceBytes) {
      if (this.#failed) return this.#done;
      if (this.#stream.write(block.subarray(at, at + pieceBytes))) continue;
      await Promise.race([new Promise((resolve) => this.#stream.once('drain', resolve)), this.#done]);
    }
  }

  /** Ends the COPY and waits until the server has taken every row. */
  async finish(): Promise<void> {
    this.#stream.end();
    await this.#done;
    this.rows = this.#stream.rowCount;
  }

  /** Makes the server forget the rows; a connection that is gone has forgotten them already. */
  async abandon(reason: unknown): Promise<void> {
    if (!this.#failed) this.#stream.destroy(reason instanceof Error ? reason : new Error(String(reason)));
    await this.#done.catch(() => {});
  }
}
