import { z } from 'zod';
import { dueStatuses, orderStates } from '../../../contract/factory/index.js';
import { zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { orderFigures } from '../order-row.js';

const query = sqlFile(import.meta.url, 'boats.sql', { prepared: true });

const whole = z.array(z.int());
const wholeOrNull = z.array(z.int().nullable());

const columns = z.object({
  of_id: whole.describe('A mais recente primeiro; as outras colunas vêm na mesma ordem'),
  produto_id: wholeOrNull,
  fase_id: wholeOrNull.describe('Fase atual (Of_FaseId)'),
  state: whole.describe('Lugar em states'),
  due_status: wholeOrNull.describe('Lugar em due_statuses; null quando não se pode saber'),
  zombie: whole.describe('1: zombie'),
  created_day: wholeOrNull,
  finished_day: wholeOrNull,
  due_day: wholeOrNull,
  phase_since_day: wholeOrNull.describe('Desde quando está na fase atual'),
  expected_day: wholeOrNull.describe('Metade das ordens assim acaba até este dia'),
  age_days: wholeOrNull.describe('Dias da criação ao momento do ficheiro'),
  phases: whole,
  phases_done: whole,
  errors: whole,
  severe_errors: whole,
});

const data = z.object({
  orders: z.int(),
  as_of_day: z.int().describe('O dia do ficheiro; este e os outros dias contam-se desde 1970-01-01'),
  states: z.array(z.enum(orderStates)),
  due_statuses: z.array(z.enum(dueStatuses)),
  products: z.array(
    z.object({ produto_id: z.int(), produto_nome: z.string().nullable(), familia: z.string() }),
  ),
  phases: z
    .array(
      z.object({
        fase_id: z.int(),
        fase_nome: z.string().nullable(),
        fase_sequencia: z.number().nullable(),
      }),
    )
    .describe('Por lugar na sequência da fábrica'),
  columns,
});

type Column = keyof typeof columns.shape;
type Data = z.output<typeof data>;

/** Each column as one text, its values with commas between them; null where there are no orders at all. */
interface Row extends Readonly<Record<Column, string | null>> {
  readonly orders: number;
  readonly as_of_day: number;
  readonly product_list: Data['products'];
  readonly phase_list: Data['phases'];
}

const columnNames = Object.keys(columns.shape) as Column[];

function columnsOf(row: Row): Data['columns'] {
  return Object.fromEntries(
    columnNames.map((name) => [name, JSON.parse(`[${row[name] ?? ''}]`)]),
  ) as Data['columns'];
}

/** The list that a page keeps and filters by itself: thirty pages of `prodplan.orders` would be thirty calls. */
export const boats = defineAnswer({
  name: 'prodplan.boats',
  heavy: true,
  path: '/api/prodplan/boats',
  summary: 'Todas as ordens de uma vez, em colunas',
  method:
    'Todas as ordens do ficheiro, uma coluna por campo, com o estado, a situação do prazo e a idade no momento do ficheiro.',
  figures: orderFigures,
  params: z.strictObject(zombieAge),
  data,
  gates: [],
  weakening: [...restsOn.orders, ...restsOn.phases, ...restsOn.errors],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id', 'ordens_fabrico.of_fase_id'],
  queries: [query],
  async find({ client }, { zombie_days }) {
    const [row] = await query.rows<Row & Record<string, unknown>>(client, {
      zombie_days,
      states: orderStates,
      due_statuses: dueStatuses,
    });
    const { orders, as_of_day, product_list: products, phase_list: phases } = row!;
    return {
      data: {
        orders,
        as_of_day,
        states: [...orderStates],
        due_statuses: [...dueStatuses],
        products,
        phases,
        columns: columnsOf(row!),
      },
      rowsUsed: orders,
    };
  },
});
