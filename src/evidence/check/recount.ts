import type { ClientBase } from 'pg';
import { gates } from '../gates/declared.js';
import type { GateResult } from '../gates/gate.js';
import { judge, measure, readGates, type Thresholds } from '../gates/measure.js';
import { allReferences, countReference, type MatchRate, readMatchRates } from '../match-rates.js';
import { thresholdsNow } from '../settings/read-settings.js';
import type { IntegrityResult } from './integrity.js';

type Queryable = Pick<ClientBase, 'query'>;

export interface Recounted {
  readonly matchRates: readonly MatchRate[];
  readonly gates: readonly GateResult[];
  /** How many of them differ from what the run left. */
  readonly integrity: readonly IntegrityResult[];
}

/** Counts match rates and gates on what the tables hold at this moment, and compares with what the run left. */
export async function recount(client: Queryable, runId: number, thresholds: Thresholds): Promise<Recounted> {
  const matchRates: MatchRate[] = [];
  for (const reference of allReferences()) matchRates.push(await countReference(client, reference));
  const left = await readMatchRates(client, runId);
  const differing = matchRates.filter((now) => !left.some((then) => sameRate(now, then)));

  const measured: GateResult[] = [];
  const now = await thresholdsNow(client, thresholds);
  for (const gate of gates) measured.push(await measure(client, runId, gate, now));
  const stored = await readGates(client, runId);
  // A gate that the run did not know yet, for it was of an earlier version, cannot be untrue.
  const known = measured.filter((now) => stored.some((then) => now.gate === then.gate));
  const untrue = known.filter((now) => !stored.some((then) => sameGate(now, then)));
  return {
    matchRates,
    gates: measured,
    integrity: [
      {
        name: 'match_rates',
        about: 'As correspondências são as que a carga contou.',
        rows: differing.length,
      },
      { name: 'gates', about: 'Os critérios são os que a carga mediu.', rows: untrue.length },
    ],
  };
}

function sameRate(a: MatchRate, b: MatchRate): boolean {
  const figures = (one: MatchRate): string =>
    [
      one.table_name,
      one.column_name,
      one.rows,
      one.null_rows,
      one.matched_rows,
      one.distinct_values,
      one.matched_values,
      one.parents,
    ].join();
  return figures(a) === figures(b);
}

/** The counts must be those of the run, and its state must follow from them and the threshold of that day. */
function sameGate(now: GateResult, then: GateResult): boolean {
  if (now.gate !== then.gate || now.rows !== then.rows || now.covered_rows !== then.covered_rows)
    return false;
  const gate = gates.find((one) => one.gate === then.gate)!;
  const counts = gate.sql === null ? null : { total: then.rows, covered: then.covered_rows, hits: 0 };
  return judge(gate, then.threshold, counts).state === then.state;
}
