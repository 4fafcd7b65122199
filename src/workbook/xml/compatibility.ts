import type { XmlTokenizer } from './tokenizer.js';

const alternateContent = Buffer.from('AlternateContent');
const fallback = Buffer.from('Fallback');

/**
 * Whether to look for our elements inside the one that was just opened. `mc:AlternateContent` offers choices for
 * programs that know some extension, and a fallback for all others: that is us.
 */
export function passesThrough(tokens: XmlTokenizer): boolean {
  return tokens.isIn('compatibility', alternateContent) || tokens.isIn('compatibility', fallback);
}
