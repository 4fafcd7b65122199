import type { Word } from '../../contract/factory/index.js';
import type { IssueTypeName } from './types.js';

/** Each kind in a few words, in a list or above a table; the whole sentence, and what to do, stand in `types.ts`. */
export const issueTitles: Readonly<Record<IssueTypeName, Word>> = {
  REJECTED_ROW: { pt: 'Linhas rejeitadas', en: 'Rejected rows' },
  DUPLICATE_KEY: {
    pt: 'Linhas com a mesma chave que dizem coisas diferentes',
    en: 'Rows with one key that say different things',
  },
  BAD_CELL: { pt: 'Células que não servem', en: 'Bad cells' },
  END_BEFORE_START: { pt: 'Fases que acabam antes de começar', en: 'Phases that end before they start' },
  FINISH_BEFORE_CREATION: {
    pt: 'Ordens acabadas antes de criadas',
    en: 'Orders finished before their creation',
  },
  DATE_IN_FUTURE: {
    pt: 'Datas posteriores ao momento do ficheiro',
    en: "Dates later than the file's moment",
  },
  DATE_ORDER_ASSUMED: {
    pt: 'Datas em texto lidas com o dia primeiro, sem nenhum dia acima de 12 que o prove',
    en: 'Dates as text, read day first though no day above 12 proves it',
  },
  DUPLICATE_ROWS: { pt: 'Linhas repetidas', en: 'Repeated rows' },
  ORPHAN: { pt: 'Linhas órfãs', en: 'Orphans' },
  UNKNOWN_SHEET: { pt: 'Folha que o contrato não conhece; não foi lida', en: 'Unknown sheet, not read' },
  UNKNOWN_COLUMN: { pt: 'Coluna que o contrato não conhece; não foi lida', en: 'Unknown column, not read' },
  HIDDEN_SHEET: { pt: 'Folha escondida no Excel; foi lida', en: 'Sheet is hidden in Excel; it was read' },
  MISSING_SHEET: { pt: 'Falta a folha', en: 'Sheet is missing' },
  VOLUME_CHANGE: { pt: 'Folha com muito mais ou menos linhas', en: 'Sheet with far more or fewer rows' },
  MATCH_RATE_FELL: { pt: 'Correspondência que desceu', en: 'Match rate that fell' },
  OPEN_PHASE_IN_FINISHED_ORDER: {
    pt: 'Fases por acabar em ordens acabadas',
    en: 'Open phases in finished orders',
  },
  DETECTION_BEFORE_CULPRIT: {
    pt: 'Linhas de erro encontradas antes de começar a fase culpada',
    en: 'Error lines found before their culprit phase began',
  },
  RECORDING_BREAK: { pt: 'Quebra no registo', en: 'Break in the recording' },
  ZOMBIE_ORDER: { pt: 'Barcos parados', en: 'Zombie orders' },
  DUE_DAY_SLIPPED: { pt: 'Prazos adiados', en: 'Due days that slipped' },
  DUE_DAYS_KNOW_FUTURE: {
    pt: 'Prazos antigos que foram postos mais tarde',
    en: 'Past due days that were set later',
  },
};
