import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Sheet, sheets } from '../../src/contract/index.js';
import { buildXlsx, type CellValue, type SheetRows, type XlsxOptions } from './xlsx-builder.js';

/** A row by database column name; what is left out is an empty cell. */
export type DumpRow = Readonly<Record<string, CellValue>>;

/** The rows of a dump by table. */
export type Dump = Record<string, DumpRow[]>;

/** Excel's serial of `YYYY-MM-DD[THH:MM:SS]`. */
export function serial(moment: string): { serial: number } {
  const ms = Date.parse(`${moment.length === 10 ? `${moment}T00:00:00` : moment}Z`);
  return { serial: ms / 86_400_000 + 25_569 };
}

/**
 * A factory that fits on a page: 20 orders of 4 phases, 3 of them open, two employees, an error line for every second
 * order. Ids: orders 1001.., phases 50001.. (order by order), products 201..203, employees 301 and 302.
 */
export function smallDump(): Dump {
  const orders = Array.from({ length: 20 }, (_, n) => n);
  return {
    fases_catalogo: [1, 2, 6, 8, 12].map((id) => ({
      fase_id: id,
      fase_nome: `Fase ${id}`,
      fase_sequencia: id,
      fase_de_producao: id === 12 ? 0 : 1,
      fase_automatica: id === 2 ? 1 : 0,
    })),
    modelos: [201, 202, 203].map((id) => ({
      produto_id: id,
      produto_nome: `K1 Modelo ${id}`,
      produto_peso_desmolde: 8.5,
      produto_peso_acabamento: 11,
      produto_qtd_gel_deck: 0.9,
      produto_qtd_gel_casco: 1.07500004768372,
    })),
    funcionarios: [
      { funcionario_id: 301, funcionario_nome: 'Ana Inventada', funcionario_activo: 1 },
      { funcionario_id: 301, funcionario_nome: 'Ana Inventada', funcionario_activo: 1 },
      { funcionario_id: 302, funcionario_nome: 'z) Rui Inventado', funcionario_activo: 0 },
    ],
    funcionarios_fases_aptos: [
      {
        funcionariofase_funcionario_id: 301,
        funcionariofase_fase_id: 1,
        funcionariofase_inicio: serial('2016-07-04'),
      },
      {
        funcionariofase_funcionario_id: 301,
        funcionariofase_fase_id: 1,
        funcionariofase_inicio: serial('2019-01-21'),
      },
      { funcionariofase_funcionario_id: 302, funcionariofase_fase_id: 6, funcionariofase_inicio: 'NULL' },
    ],
    fases_standard_modelos: [201, 202].flatMap((product) =>
      [1, 2, 6, 8].map((phase, place) => ({
        produtofase_produto_id: product,
        produtofase_fase_id: phase,
        produtofase_sequencia: place + 1,
        produtofase_coeficiente: 1.5,
        produtofase_coeficiente_x: 0.666666666666667,
      })),
    ),
    ordens_fabrico: orders.map((n) => ({
      of_id: 1001 + n,
      of_data_criacao: serial(`2023-03-${String(1 + n).padStart(2, '0')}`),
      of_data_acabamento: n < 17 ? serial(`2023-04-${String(1 + n).padStart(2, '0')}T16:30:00`) : 'NULL',
      of_produto_id: 201 + (n % 3),
      of_fase_id: n < 17 ? 12 : 6,
      of_data_transporte: serial('2023-04-20'),
    })),
    fases_ordem_fabrico: orders.flatMap((n) => [1, 2, 6, 8].map((phase, place) => phaseRow(n, phase, place))),
    funcionarios_fase_ordem_fabrico: orders.flatMap((n) => [
      {
        funcionariofaseof_faseof_id: 50_001 + n * 4,
        funcionariofaseof_funcionario_id: 301,
        funcionariofaseof_chefe: 1,
      },
      {
        funcionariofaseof_faseof_id: 50_001 + n * 4,
        funcionariofaseof_funcionario_id: 302,
        funcionariofaseof_chefe: 0,
      },
    ]),
    erros_ordem_fabrico: orders
      .filter((n) => n % 2 === 0)
      .map((n) => ({
        ofch_descricao_erro: 'Pintura com bolhas.',
        ofch_of_id: 1001 + n,
        ofch_fase_avaliacao: 6,
        ofch_gravidade: 1 + (n % 3),
        ofch_faseof_avaliacao: 50_003 + n * 4,
        ofch_faseof_culpada: n % 4 === 0 ? 50_001 + n * 4 : 'NULL',
      })),
  };
}

function phaseRow(order: number, phase: number, place: number): DumpRow {
  const day = String(1 + order).padStart(2, '0');
  const open = order >= 17;
  return {
    faseof_id: 50_001 + order * 4 + place,
    faseof_of_id: 1001 + order,
    faseof_inicio:
      open && place > 2 ? 'NULL' : serial(`2023-04-${day}T${String(8 + place).padStart(2, '0')}:00:00`),
    faseof_fim:
      open && place > 1 ? 'NULL' : serial(`2023-04-${day}T${String(8 + place).padStart(2, '0')}:45:00`),
    faseof_data_prevista: serial(`2023-04-${day}`),
    faseof_coeficiente: 1.5,
    faseof_coeficiente_x: 0.75,
    faseof_fase_id: phase,
    faseof_peso: place === 2 ? 9.3 : 'NULL',
    faseof_retorno: 0,
    faseof_turno: 1 + (order % 3),
    faseof_sequencia: place + 1,
  };
}

export interface WorkbookOptions extends XlsxOptions {
  /** Changes the sheets of the workbook before it is written: header first, then the rows. */
  readonly edit?: (sheets: SheetRows[]) => SheetRows[];
}

/** A dump as a workbook: all nine sheets, with the headers of the contract. */
export function dumpWorkbook(dump: Dump, { edit, ...options }: WorkbookOptions = {}): Buffer {
  const written = sheets.map((sheet) => sheetRows(sheet, dump[sheet.table] ?? []));
  return buildXlsx(edit ? edit(written) : written, options);
}

function sheetRows(sheet: Sheet, rows: readonly DumpRow[]): SheetRows {
  const names = Object.keys(sheet.columns);
  const header = names.map((name) => sheet.columns[name]!.header);
  return { name: sheet.sheet, rows: [header, ...rows.map((row) => names.map((name) => row[name] ?? null))] };
}

/** A folder that is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const { folder, remove } = await temporaryFolderOf();
  onTestFinished(remove);
  return folder;
}

/** A folder that whoever asked for it removes: for what is made before the first test of a suite. */
export async function temporaryFolderOf(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes a workbook into a temporary folder; returns its path. */
export async function writeWorkbook(content: Buffer, name = 'Folha_IA.xlsx'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}
