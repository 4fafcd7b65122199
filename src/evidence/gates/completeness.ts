import { phase } from '../../contract/factory/index.js';
import { type Sheet, sheets } from '../../contract/index.js';
import { literal } from '../../contract/sql.js';
import type { Measure } from '../coverage/measures.js';
import type { AskedMeasures, Gate } from './gate.js';

/**
 * Gates that tell whether the file is whole. Each holds one sheet against the others, or against what the files before
 * had: rows that are not there leave no empty field behind, and a figure without them looks as good as ever.
 */
function complete(
  gate: Pick<Gate, 'gate' | 'question' | 'measured' | 'threshold' | 'floor' | 'remedy'>,
  asked: AskedMeasures,
): Gate {
  return { ...gate, weighting: 'rows', sql: sumSql(asked), figure: '', asked, emptyIsFine: true };
}

/** Over the whole file: every order once, by whatever day. */
function sumSql({ total, covered, byPhaseEnd }: AskedMeasures): string {
  const list = (names: readonly Measure[]): string => names.map(literal).join(', ');
  const sum = (names: readonly Measure[], as: string): string =>
    `coalesce(sum(rows) FILTER (WHERE measure IN (${list(names)})), 0)::int AS ${as}`;
  const clock = byPhaseEnd ? 'phase' : 'inspected';
  return `SELECT ${sum(total, 'total')}, ${sum(covered, 'covered')} FROM coverage WHERE placed_by = '${clock}'`;
}

const wholeExport = 'Exporte outra vez o ficheiro inteiro: a folha parece cortada.';

const betweenSheets: readonly Gate[] = [
  complete(
    {
      gate: 'orders_listed',
      question: 'Estão cá todas as ordens?',
      measured: 'ordens com fases ou erros que a folha OrdensFabrico tem',
      threshold: 0.95,
      floor: 0.8,
      remedy: `${wholeExport} Há fases de ordens que OrdensFabrico não lista.`,
    },
    { total: ['named', 'unlisted'], covered: ['named'], ofAllProducts: true },
  ),
  complete(
    {
      gate: 'orders_with_phases',
      question: 'Têm fases as ordens que já começaram?',
      measured: 'ordens que passaram da criação e têm alguma fase',
      threshold: 0.95,
      floor: 0.8,
      remedy: `${wholeExport} Faltam em FasesOrdemFabrico todas as fases de algumas ordens.`,
    },
    { total: ['started'], covered: ['started_with_phases'] },
  ),
  complete(
    {
      gate: 'route_phases',
      question: 'Estão cá as fases de cada ordem?',
      measured: 'fases que a rota do produto prevê e a ordem tem',
      threshold: 0.95,
      floor: 0.8,
      remedy: `${wholeExport} As ordens têm em FasesOrdemFabrico menos fases do que a rota do seu produto.`,
    },
    { total: ['steps'], covered: ['steps_recorded'] },
  ),
  complete(
    {
      gate: 'demould_recorded',
      question: 'Sabe-se quando cada barco passou a primeira inspeção?',
      measured:
        'barcos que passaram a primeira inspeção (desmolde, ou controlo final onde não o há), em curso ou acabados, em que ela se fechou',
      threshold: 0.9,
      floor: 0.6,
      remedy: `Feche a fase ${phase.demould} (ou a ${phase.finalControl}) no ERP; se as ordens a tinham noutro ficheiro, exporte outra vez FasesOrdemFabrico inteira.`,
    },
    { total: ['inspections_due'], covered: ['inspections_recorded'] },
  ),
  complete(
    {
      gate: 'detecting_phase',
      question: 'Sabe-se quando cada erro foi encontrado?',
      measured: 'erros cuja fase de avaliação existe e tem dia',
      threshold: 0.95,
      floor: 0.8,
      remedy: `${wholeExport} Há erros cuja fase de avaliação não está em FasesOrdemFabrico.`,
    },
    { total: ['errors'], covered: ['errors_with_day'] },
  ),
  complete(
    {
      gate: 'phase_catalogue',
      question: 'Sabe-se o que é cada fase?',
      measured: 'fases acabadas que a folha Fases lista',
      // A phase that is missing in the catalogue is not counted as work, so that even one missing phase takes a line
      // out of the answers.
      threshold: 1,
      floor: 0.8,
      remedy: 'Exporte outra vez a folha Fases, inteira.',
    },
    { total: ['phases_ended'], covered: ['phases_in_catalogue'], byPhaseEnd: true },
  ),
];

/** By table: the gate that holds it against the files before. */
export function keptGate(table: string): string {
  return `kept_${table}`;
}

/** What is counted of the rows of a table that are still there, where that can be told by month and family. */
const stillThere: Readonly<Record<string, Measure>> = {
  ordens_fabrico: 'orders',
  fases_ordem_fabrico: 'phases',
  erros_ordem_fabrico: 'errors',
};

const againstFilesBefore: readonly Gate[] = (sheets as readonly Sheet[]).map(({ sheet, table }) => {
  const kept = stillThere[table];
  return {
    gate: keptGate(table),
    question: `Está cá o que os ficheiros anteriores tinham em ${sheet}?`,
    measured: `linhas de ${sheet}, entre as deste ficheiro e as que os anteriores tinham`,
    weighting: 'rows',
    threshold: 0.95,
    floor: 0.8,
    sql: `SELECT s.core_rows + p.rows AS total, s.core_rows AS covered
          FROM ingestion_sheet_runs s CROSS JOIN (SELECT coalesce(sum(rows), 0)::int AS rows FROM lost_rows WHERE table_name = ${literal(table)}) p
          WHERE s.run_id = :run AND s.table_name = ${literal(table)}`,
    figure: '',
    ...(kept === undefined ? {} : { asked: { total: [kept, `lost_${table}`], covered: [kept] } }),
    emptyIsFine: true,
    remedy: `Exporte outra vez ${sheet}, inteira. Se as linhas se apagaram de propósito, este aviso passa ao fim de cinco ficheiros.`,
  };
});

export const completenessGates: readonly Gate[] = [...betweenSheets, ...againstFilesBefore];
