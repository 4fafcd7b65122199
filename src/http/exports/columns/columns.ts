import { z } from 'zod';
import type { Language } from '../../../platform/errors/kinds.js';
import type { Figure } from '../../../services/index.js';
import type { ColumnFormat } from '../../../workbook/write/index.js';
import { englishTitle } from './english.js';
import { titles } from './titles/index.js';

/** A column as people meet it. */
export interface ExportColumn {
  /** In the API: `due_day`. */
  readonly field: string;
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
  readonly limits: string;
  /** Undefined: a number that names something, or no number at all. */
  readonly format: ColumnFormat | undefined;
}

/** The columns of a table, with what the figures of its question and the declaration of its rows say of them. */
export function columnsOf(
  row: z.ZodObject,
  figures: readonly Figure[] = [],
  language: Language = 'pt',
): ExportColumn[] {
  return Object.entries(row.shape).map(([field, schema]) => {
    const figure = figures.find((one) => one.figure === field);
    const described = descriptionOf(schema as z.ZodType);
    return {
      field,
      title: language === 'pt' ? (titles[field] ?? field) : englishTitle(field),
      unit: figure?.unit ?? '',
      definition: figure === undefined ? described : [described, figure.definition].filter(Boolean).join(' '),
      limits: figure?.limits ?? '',
      format: formatOf(field, schema as z.ZodType),
    };
  });
}

function descriptionOf(schema: z.ZodType): string {
  return schema.description ?? inner(schema)?.description ?? '';
}

/** What may be missing is declared around what it is. */
function inner(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? (schema.unwrap() as z.ZodType)
    : undefined;
}

/** Numbers of orders, runs and places are names: grouped in thousands nobody would know them again. */
const isName =
  /(^|_)(id|sequencia|position|rank|turno|version|definition|row_number|part|withdrawn_by|occurrence|gravidade|severity)$/;
/** Between 0 and 1, and read as per cent. */
const isShare =
  /(^|_)(share|rate|yield|coverage|chance|utilisation|relative_pace|threshold|lowest|highest)(_|$)/;

function formatOf(field: string, schema: z.ZodType): ColumnFormat | undefined {
  const kind = inner(schema) ?? schema;
  if (!(kind instanceof z.ZodNumber) || isName.test(field)) return undefined;
  if (kind.isInt) return 'integer';
  return isShare.test(field) ? 'share' : 'decimal';
}
