import { z } from 'zod';
import { parameterWords, type Sentence } from '../platform/errors/parameter.js';
import { type BadParameter, ParameterError } from './answer/parameter-error.js';
import type { Service } from './service.js';

/** Checks what a caller sent. Throws `ParameterError`, which names every parameter that does not fit. */
export function readParams(service: Pick<Service, 'params'>, raw: unknown): Record<string, unknown> {
  const parsed = service.params.safeParse(raw, { reportInput: true });
  if (!parsed.success) throw new ParameterError(parsed.error.issues.flatMap(describe));
  const backward = rangesBackward(parsed.data);
  if (backward.length > 0) throw new ParameterError(backward);
  return parsed.data;
}

/** `from` and `to`, `due_from` and `due_to` ... */
function rangesBackward(params: Record<string, unknown>): BadParameter[] {
  return Object.entries(params).flatMap(([name, first]) => {
    const other = name.replace(/from$/, 'to');
    const last = other === name ? undefined : params[other];
    const isBackward = typeof first === 'string' && typeof last === 'string' && first > last;
    return isBackward ? [{ parameter: name, sentence: parameterWords.after(other) }] : [];
  });
}

function describe(issue: z.core.$ZodIssue): BadParameter[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((parameter) => ({ parameter, sentence: parameterWords.unknown }));
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  const parameter = issue.path.join('.');
  if (isRepeated(issue)) return [{ parameter, sentence: parameterWords.onlyOnce }];
  return [{ parameter, sentence: isMissing ? parameterWords.missing : wordsOf(issue) }];
}

/** `?fase_id=1&fase_id=2` comes as a list, where one value is asked for. */
function isRepeated(issue: z.core.$ZodIssue): boolean {
  const asksForOne = issue.code === 'invalid_type' && issue.expected !== 'array';
  return (asksForOne || issue.code === 'invalid_value') && Array.isArray(issue.input);
}

const locales = { pt: z.locales.pt().localeError, en: z.locales.en().localeError };

/** Our own checks have words of their own, given by `because`. */
function wordsOf(issue: z.core.$ZodIssue): Sentence {
  if (issue.code === 'custom' && issue.params?.sentence !== undefined)
    return issue.params.sentence as Sentence;
  return (language) => {
    const found = locales[language](issue as z.core.$ZodRawIssue);
    return (typeof found === 'string' ? found : found?.message) ?? issue.message;
  };
}
