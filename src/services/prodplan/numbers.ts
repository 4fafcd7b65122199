/** What stands for a number that is missing: none of ours is so small. */
export const none = -2_147_483_648;

const [minus, zero, nine, comma, close, letterN] = ['-', '0', '9', ',', '}', 'N'].map((one) =>
  one.charCodeAt(0),
);

/**
 * The numbers of an array as PostgreSQL writes it (`{7,NULL,-2}`), put into `into`; returns how many. There are some two
 * million of them: they are read without making a text of each.
 */
export function readNumbers(text: string, into: Int32Array): number {
  let [value, sign, isNone, count] = [0, 1, false, 0];
  for (let place = 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code >= zero! && code <= nine!) value = value * 10 + code - zero!;
    else if (code === minus) sign = -1;
    else if (code === letterN) isNone = true;
    else if (code === comma || code === close) {
      into[count] = isNone ? none : sign * value;
      count += 1;
      [value, sign, isNone] = [0, 1, false];
    }
  }
  return count;
}

/** How many numbers such an array has; those of ours are never empty. */
export function countNumbers(text: string): number {
  let count = 1;
  for (let place = text.indexOf(','); place !== -1; place = text.indexOf(',', place + 1)) count += 1;
  return count;
}
