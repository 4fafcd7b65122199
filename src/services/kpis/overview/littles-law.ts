import { percentText } from '../../../platform/numbers.js';

/** Orders in work over some days, and how they left, as in-work.sql counts them. */
export interface InWork {
  /** Calendar days from the first day of the period, or of the file, to its last. */
  readonly days: number;
  /** Finished in these days, and their lead times together. */
  readonly finished: number;
  readonly lead_days: number;
  /** In work as the first day began, and how old they were together. */
  readonly orders_before: number;
  readonly age_days_before: number;
  /** In work as the last day ended. */
  readonly orders_after: number;
  readonly age_days_after: number;
  /** Left without being finished: they became zombies in these days. */
  readonly became_zombies: number;
  /** Finished in these days though zombies by then. */
  readonly zombies_finished: number;
  readonly zombies_lead_days: number;
}

export interface LittlesLaw {
  readonly days: number;
  readonly wip_first: number;
  readonly wip_last: number;
  readonly finished_per_day: number;
  /** Pace times mean lead time. */
  readonly wip_expected: number;
  /** By how much the average is off, as a share of what is expected. */
  readonly deviation: number;
  /** What the difference in orders is made of; the three add up to it. */
  readonly from_ageing: number;
  readonly from_left_behind: number;
  readonly from_zombies_finished: number;
  readonly meaning: string;
}

/** Beyond this share the three figures do not describe one and the same steady factory. */
export const balancedUpTo = 0.1;

/** Average number of orders in work, a day, and what Little's law makes of it; null where there are no days. */
export function littlesLaw(
  counts: InWork,
  zombie_days: number,
): { readonly wip_average: number; readonly littles_law: LittlesLaw | null } | null {
  const { days, finished, lead_days } = counts;
  if (days <= 0) return null;
  const zombieLifeDays = zombie_days + 1;
  const from_ageing = (counts.age_days_after - counts.age_days_before) / days;
  const from_left_behind = (counts.became_zombies * zombieLifeDays) / days;
  const from_zombies_finished = -counts.zombies_lead_days / days;
  const wip_expected = lead_days / days;
  const wip_average = wip_expected + from_ageing + from_left_behind + from_zombies_finished;
  if (finished === 0 || lead_days === 0) return { wip_average, littles_law: null };
  const law = {
    days,
    wip_first: counts.orders_before,
    wip_last: counts.orders_after,
    finished_per_day: finished / days,
    wip_expected,
    deviation: (wip_average - wip_expected) / wip_expected,
    from_ageing,
    from_left_behind,
    from_zombies_finished,
  };
  return { wip_average, littles_law: { ...law, meaning: meaningOf(law, counts) } };
}

/** What it means in one sentence: the greatest part of the difference is named. */
function meaningOf(law: Omit<LittlesLaw, 'meaning'>, counts: InWork): string {
  const { deviation, from_ageing, from_left_behind, from_zombies_finished } = law;
  if (Math.abs(deviation) <= balancedUpTo)
    return `Bate certo (${percent(deviation)}): as ordens em curso são as que o ritmo e o prazo médio fazem esperar.`;
  const parts = [from_ageing, from_left_behind, from_zombies_finished];
  const same = parts.filter((part) => part > 0 === deviation > 0).map(Math.abs);
  const greatest = Math.max(...same);
  const way = `Estiveram em curso ${deviation > 0 ? 'mais' : 'menos'} ordens (${percent(deviation)}) do que o ritmo e o prazo médio fazem esperar`;
  if (Math.abs(from_left_behind) === greatest)
    return `${way}: ${counts.became_zombies} passaram a zombie sem acabar, e o prazo médio não as conhece.`;
  if (Math.abs(from_zombies_finished) === greatest)
    return `${way}: ${counts.zombies_finished} acabaram quando já eram zombies; contam por inteiro no prazo médio e já não no que está em curso.`;
  return `${way}: ${hands(counts)} ${
    deviation > 0
      ? 'O prazo médio só conhece as que acabaram.'
      : 'O prazo médio conta o que as que acabaram já traziam de antes.'
  }`;
}

function hands({ orders_before, age_days_before, orders_after, age_days_after }: InWork): string {
  const age = (orders: number, days: number): string =>
    orders === 0 ? 'nenhuma' : `${orders} com ${Math.round(days / orders)} dias em média`;
  return `no princípio estavam em mão ${age(orders_before, age_days_before)}, no fim ${age(orders_after, age_days_after)}.`;
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${percentText(share)}`;
}
