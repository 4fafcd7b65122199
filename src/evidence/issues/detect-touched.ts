import type { ClientBase } from 'pg';
import { literal } from '../../contract/sql.js';
import { allReferences, type ReferenceOf } from '../match-rates.js';
import { detectionsBeforeCulprits, openPhasesInFinishedOrders } from './of-orders.js';
import { orphans, referenceName } from './orphans.js';
import type { IssueTypeName } from './types.js';

/** Values that refer, or are referred to, in rows that the run changed: (reference, value). */
const touchedValues = 'm_touched_value';

/** What a run can have changed about the findings that follow from single orders and values. */
export interface TouchedFindings {
  readonly types: readonly IssueTypeName[];
  /** SELECTs as of `detectors`, of what the run touched alone. */
  readonly detectors: readonly string[];
  /** SELECT of (type, entity, key): all that these looked at. Findings of `types` with other keys stand as they are. */
  readonly looked: string;
  readonly done: () => Promise<void>;
}

/**
 * Looks again at what the run touched: `orders` is a table of (of_id), and `run_changes` must name every row that changed. Equal
 * to a look at all of core, whose other rows give what they gave.
 */
export async function touchedFindings(
  client: ClientBase,
  runId: number,
  orders: string,
): Promise<TouchedFindings> {
  const references = allReferences();
  await client.query(`
    CREATE TEMP TABLE ${touchedValues} ON COMMIT DROP AS ${references.map((one) => changedValues(runId, one)).join(' UNION ')};
    ANALYZE ${touchedValues}`);
  const ofOrders = (type: IssueTypeName, entity: string): string =>
    `SELECT ${literal(type)} AS type, ${literal(entity)} AS entity, of_id::text AS key FROM ${orders}`;
  return {
    types: ['OPEN_PHASE_IN_FINISHED_ORDER', 'DETECTION_BEFORE_CULPRIT', 'ORPHAN'],
    detectors: [
      openPhasesInFinishedOrders(orders),
      detectionsBeforeCulprits(orders),
      ...(await referencesWithOrphans(client, references)).map((one) => orphans(one, orphanValues(one))),
    ],
    looked: [
      ofOrders('OPEN_PHASE_IN_FINISHED_ORDER', 'ordens_fabrico'),
      ofOrders('DETECTION_BEFORE_CULPRIT', 'erros_ordem_fabrico'),
      `SELECT 'ORPHAN', reference, value::text FROM ${touchedValues}`,
    ].join(' UNION ALL '),
    done: async () => {
      await client.query(`DROP TABLE ${touchedValues}`);
    },
  };
}

/** The values of rows that are new, changed or gone on the referring side, and the keys that came or went on the other. */
function changedValues(runId: number, reference: ReferenceOf): string {
  const { sheet, column, table, key } = reference;
  const of = (name: string, changed: string, where: string): string => `
    SELECT ${literal(referenceName(reference))} AS reference, (v->>${literal(name)})::integer AS value
    FROM run_changes n CROSS JOIN LATERAL (VALUES (n.before), (n.after)) s(v)
    WHERE n.run_id = ${runId} AND n.table_name = ${literal(changed)} AND v->>${literal(name)} IS NOT NULL AND ${where}`;
  return `${of(column, sheet.table, 'true')} UNION ${of(key, table, '(n.before IS NULL OR n.after IS NULL)')}`;
}

function orphanValues({ table, key, ...reference }: ReferenceOf): string {
  return `SELECT value FROM ${touchedValues} WHERE reference = ${literal(referenceName(reference))}
    AND NOT EXISTS (SELECT FROM ${table} p WHERE p.${key} = value)`;
}

/** Most runs touch no value that lacks its parent: then no row needs to be looked for. */
async function referencesWithOrphans(
  client: ClientBase,
  references: readonly ReferenceOf[],
): Promise<ReferenceOf[]> {
  const any = references.map((one) => `EXISTS (${orphanValues(one)})`);
  const { rows } = await client.query<{ any: boolean[] }>(`SELECT ARRAY[${any.join(', ')}] AS any`);
  return references.filter((_, place) => rows[0]!.any[place]);
}
