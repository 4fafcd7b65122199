import { readParams, type Service, services } from '../../services/index.js';
import type { HttpContext } from '../context.js';
import { answerTo } from './answer-to.js';

/**
 * What pages ask of a new state of the data, and what costs most to answer the first time: what is read for it is then
 * kept, whatever the filters. The most looked at comes first.
 */
const askedFirst = [
  'kpis.overview',
  'prodplan.bottlenecks',
  'quality.overview',
  'prodplan.waits',
  'prodplan.boats',
  'prodplan.forecast',
  'prodplan.output',
  'prodplan.lead_time',
  'prodplan.cumulative_flow',
  'prodplan.ageing',
  'prodplan.conformance',
  'quality.trend',
  'quality.risk',
  'kpis.bonus',
  'kpis.team_size',
  'quality.learning',
  'quality.standardised',
  'quality.escape',
  'kpis.skill_coverage',
].map(named);

const nobody = { maySeeNames: false };

/** Asks ahead, one question at a time, whenever something else is published. Returns how to end that. */
export function askAhead(context: HttpContext): () => void {
  let asking = Promise.resolve();
  return context.publications.listen(() => {
    asking = asking.then(() => askAll(context));
  });
}

async function askAll(context: HttpContext): Promise<void> {
  const began = performance.now();
  try {
    for (const service of askedFirst) {
      if (context.stopping.aborted) return;
      await answerTo(context, service, readParams(service, {}), nobody);
    }
    const ms = Math.round(performance.now() - began);
    context.log.info({ questions: askedFirst.length, ms }, 'asked ahead');
  } catch (error) {
    // Nobody waits for these answers: whoever asks is answered, or told the reason.
    if (!context.stopping.aborted) context.log.warn({ err: error }, 'questions were not asked ahead');
  }
}

function named(name: string): Service {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`no question is named ${name}`);
  return service;
}
