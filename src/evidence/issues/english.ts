import { percentText } from '../../platform/numbers.js';
import { type IssueTypeName, leakRatio, nearDueDays, volumeChange } from './types.js';

/** The sentences of `types.ts` in English. */
export const issueTypesInEnglish: Readonly<
  Record<IssueTypeName, { readonly explanation: string; readonly howToFix: string }>
> = {
  REJECTED_ROW: {
    explanation: 'The row did not come in, because its key or a required column is missing or wrong.',
    howToFix: 'Correct the cell in the ERP; “prodplan rejects” shows the whole row.',
  },
  DUPLICATE_KEY: {
    explanation: 'Several rows have the same key and say different things, so none of them came in.',
    howToFix:
      'See in the ERP which one is right and delete the others; until then the database keeps what it had.',
  },
  BAD_CELL: {
    explanation: 'The value of an optional column is of no use and was left empty.',
    howToFix: 'Correct the cell in the ERP.',
  },
  END_BEFORE_START: {
    explanation: 'The phase ends before it starts, so it has no duration.',
    howToFix: 'Correct FaseOf_Inicio or FaseOf_Fim; often the month is the wrong one.',
  },
  FINISH_BEFORE_CREATION: {
    explanation: 'The order is finished before its creation, so it has no lead time.',
    howToFix: 'Correct Of_DataCriacao or Of_DataAcabamento.',
  },
  DATE_IN_FUTURE: {
    explanation: "Something that has happened has a date later than the file's moment.",
    howToFix: 'Correct the date; often the year is the wrong one.',
  },
  DATE_ORDER_ASSUMED: {
    explanation:
      'The dates of this column that are text were read day first, but none has a day above 12 that would prove it.',
    howToFix:
      'Check one of them in the ERP; if the month comes first, export the column as dates and not as text.',
  },
  DUPLICATE_ROWS: {
    explanation: 'The sheet repeats rows that are exactly alike; each counts once.',
    howToFix: 'Nothing, if the ERP exports it so (Funcionarios repeats each person once a skill).',
  },
  ORPHAN: {
    explanation: 'The rows name something that the sheet concerned does not have.',
    howToFix: 'Complete that sheet, or correct the number in the rows that name it.',
  },
  UNKNOWN_SHEET: {
    explanation: 'The file has a sheet that the contract does not know; it was left out.',
    howToFix: 'If it is needed, add it to the contract.',
  },
  UNKNOWN_COLUMN: {
    explanation: 'The sheet has a column that the contract does not know; it was left out.',
    howToFix: 'If it is needed, add it to the contract.',
  },
  HIDDEN_SHEET: {
    explanation: 'The sheet is hidden in Excel; it was read like the others.',
    howToFix: 'Nothing, unless it should have been left out.',
  },
  MISSING_SHEET: {
    explanation: 'The file did not bring this sheet; its table stayed as it was.',
    howToFix: 'Export the file with all its sheets.',
  },
  VOLUME_CHANGE: {
    explanation: `The sheet has over ${percentText(volumeChange, 0)} more or fewer rows than in the last runs.`,
    howToFix: 'Check in the ERP that the export took the whole period, and took it once.',
  },
  MATCH_RATE_FELL: {
    explanation: 'Fewer rows find what they name than in the run before.',
    howToFix: 'Look at the new orphans of this column; usually part of the sheet that they name is missing.',
  },
  OPEN_PHASE_IN_FINISHED_ORDER: {
    explanation: 'The order is finished but has phases that were begun and not ended.',
    howToFix: 'Close these phases in the ERP; they do not count as work in hand.',
  },
  DETECTION_BEFORE_CULPRIT: {
    explanation: 'The error was found before its culprit phase had begun.',
    howToFix:
      'See in the ERP whether another phase is the culprit, or whether the dates of the two are swapped.',
  },
  RECORDING_BREAK: {
    explanation:
      'A text, a class or a phase gives at least twice, or at most half, the error lines per boat that it gave before, far beyond chance: usually the way of recording has changed.',
    howToFix:
      'Ask those who record what changed in that month; until then read the change neither as better nor as worse.',
  },
  ZOMBIE_ORDER: {
    explanation:
      'The order was created more days ago than the settings allow (zombie_days) and was never finished.',
    howToFix: 'Close or cancel it in the ERP; until then it is counted beside the work in hand.',
  },
  DUE_DAY_SLIPPED: {
    explanation: 'The planned shipping day of this unfinished order was moved to a later one before.',
    howToFix:
      'Nothing in the file: use the first day (due_first) when you measure punctuality, not the last one only.',
  },
  DUE_DAYS_KNOW_FUTURE: {
    explanation: `On past days, today's due days seem to know more than was known then: over ${leakRatio} times more (or fewer) unfinished orders have a due day, or have it within ${nearDueDays} days, than at the file's moment.`,
    howToFix:
      'Nothing: due days are set and moved late, and the file brings the last one only. Do not judge a forecast of lateness by them; only those that the runs have seen will do.',
  },
};
