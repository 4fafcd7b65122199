import { z } from 'zod';
import type { Answer, Found, Refusal, Window } from '../evidence/index.js';
import { allTime, type UsualPeriod, usualDays, windowBefore, windowShape } from './answer/window.js';
import { type AnswerDeclaration, type Context, defineAnswer, type Service } from './service.js';

/** Fewer boats than this carry no rate, no median and no mean of a headline: one boat more would move them by a fifth. */
export const fewestBoats = 5;

type Params = z.ZodObject;

interface Moment<N extends z.ZodObject, P extends Params> {
  readonly shape: N;
  find(context: Context, params: z.output<P>): Promise<Found<z.output<N>>>;
}

/**
 * A headline: figures of a window of days, with those of the window before it and of all time beside. `find` gives them
 * of one period and is asked once for each, so that all three rest on the gates of their own rows.
 */
export interface HeadlineDeclaration<P extends Params, F extends z.ZodObject, N extends z.ZodObject>
  extends Omit<AnswerDeclaration<P, z.ZodType, z.ZodObject>, 'data' | 'table' | 'find' | 'usual'> {
  /** Figures of a period. */
  readonly shape: F;
  /** Figures of the dump's moment, that no period changes. */
  readonly moment?: Moment<N, P>;
  /** Refuses a period with fewer than `fewestBoats`. */
  find(context: Context, params: z.output<P>): Promise<Found<z.output<F>> | Refusal>;
}

const statuses = z.enum(['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA']);

/** Figures of another period than the one asked for, with what carries them. */
function blockOf<F extends z.ZodObject>(shape: F) {
  return z.object({
    window: windowShape,
    status: statuses,
    reason: z.string().nullable().describe('Porque não há valores, ou porque valem menos'),
    figures: shape.nullable(),
    support: z.object({
      rows_used: z.int(),
      rows_excluded: z.array(z.object({ reason: z.string(), rows: z.int() })),
      gates: z.array(z.object({ gate: z.string(), state: statuses, rate: z.number().nullable() })),
    }),
  });
}

type Block = z.output<ReturnType<typeof blockOf>>;

export function defineHeadline<P extends Params, F extends z.ZodObject, N extends z.ZodObject>(
  declaration: HeadlineDeclaration<P, F, N>,
): Service {
  const { shape, moment, find, ...rest } = declaration;
  // Where the figures of the window are refused they are null, and those of the moment are given all the same.
  const ofWindow = moment === undefined ? shape.shape : nullable(shape).shape;
  const block = blockOf(shape);
  const data = z.object({
    window: windowShape,
    ...ofWindow,
    ...(moment?.shape.shape ?? {}),
    previous: block
      .nullable()
      .describe('O período de igual duração logo antes; null se o pedido não tem começo'),
    all_time: block.describe('Desde sempre'),
  });
  const usual: UsualPeriod = usualDays;
  return defineAnswer({
    ...rest,
    usual,
    data,
    table: tableOf(shape, moment?.shape),
    async find(context, params) {
      const asked = params as z.output<P>;
      const own = await find(context, asked);
      const now = await moment?.find(context, asked);
      if ('refused' in own && (now === undefined || now.rowsUsed === 0)) return own;
      const beside = async (window: Window): Promise<Block> =>
        told(window, await context.over(window, (there, meant) => find(there, meant as z.output<P>)));
      const window = context.window!;
      const before = windowBefore(window);
      const figures = 'refused' in own ? none(shape) : own.data;
      return {
        ...rowsOf(own, now),
        data: {
          window,
          ...figures,
          ...now?.data,
          previous: before === null ? null : await beside(before),
          all_time: await beside(allTime),
        },
      } as Found<z.output<typeof data>>;
    },
  });
}

function told<T>(window: Window, reply: Answer<T>): Block {
  const { rows_used, rows_excluded, gates } = reply.support;
  return {
    window,
    status: reply.status,
    reason: 'reason' in reply ? reply.reason : null,
    figures: reply.data as Block['figures'],
    support: {
      rows_used,
      rows_excluded: [...rows_excluded],
      gates: gates.map(({ gate, state, rate }) => ({ gate, state, rate })),
    },
  };
}

/** The rows behind both: a refusal becomes a reason why the figures of the window are missing. */
function rowsOf(
  own: Found<unknown> | Refusal,
  now: Found<unknown> | undefined,
): Omit<Found<unknown>, 'data'> {
  const caveats = ['refused' in own ? own.refused.reason : own.caveat, now?.caveat].filter(Boolean);
  return {
    rowsUsed: own.rowsUsed + (now?.rowsUsed ?? 0),
    rowsExcluded: [...(own.rowsExcluded ?? []), ...(now?.rowsExcluded ?? [])],
    ...('bounds' in own && own.bounds !== undefined ? { bounds: own.bounds } : {}),
    ...(caveats.length === 0 ? {} : { caveat: caveats.join(' ') }),
  };
}

function none(shape: z.ZodObject): Record<string, null> {
  return Object.fromEntries(Object.keys(shape.shape).map((name) => [name, null]));
}

function nullable(shape: z.ZodObject): z.ZodObject {
  return z.object(
    Object.fromEntries(
      Object.entries(shape.shape).map(([name, one]) => [
        name,
        one instanceof z.ZodNullable ? one : z.nullable(one as z.ZodType),
      ]),
    ),
  );
}

/** A line for each period; figures within figures have no column. */
function tableOf(shape: z.ZodObject, moment: z.ZodObject | undefined) {
  const flat = Object.entries(shape.shape).filter(([, one]) => {
    const inner = one instanceof z.ZodNullable ? one.unwrap() : one;
    return !(inner instanceof z.ZodObject || inner instanceof z.ZodArray);
  });
  const figures = nullable(z.object(Object.fromEntries(flat) as z.ZodRawShape));
  const row = z.object({
    period: z.enum(['WINDOW', 'PREVIOUS', 'ALL_TIME']),
    from: windowShape.shape.from,
    to: windowShape.shape.to,
    ...figures.shape,
    ...(moment === undefined ? {} : nullable(moment).shape),
  });
  const names = Object.keys(row.shape);
  const line = (period: string, window: Window, values: object | null): Record<string, unknown> => {
    const known = { ...values, period, from: window.from, to: window.to } as Record<string, unknown>;
    return Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
  };
  return {
    row,
    rows: (data: object) => {
      const { window, previous, all_time, ...own } = data as {
        window: Window;
        previous: Block | null;
        all_time: Block;
      };
      return [
        line('WINDOW', window, own),
        ...(previous === null ? [] : [line('PREVIOUS', previous.window, previous.figures)]),
        line('ALL_TIME', all_time.window, all_time.figures),
      ] as z.output<typeof row>[];
    },
  };
}
