import { seeded } from '../../api/random.mjs';

/** The chances of one case: those of no other case are needed to repeat it. */
export function chancesOf(seed, number) {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f);
  const random = seeded(mixed ^ (mixed >>> 13));
  const unit = () => random.whole(0, 999_999) / 1_000_000;
  return { ...random, unit, shuffled: (list) => shuffled(list, random) };
}

function shuffled(list, random) {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}
