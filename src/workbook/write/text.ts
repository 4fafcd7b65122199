/** What Excel takes in a cell, in UTF-16 units. */
const longest = 32_767;

/** `<t>` with the text of a cell. Only white space at an end is said to be kept: some readers go astray where all is. */
export function textElement(text: string): string {
  const fitting = cut(text.replaceAll(/\r\n?/g, '\n'));
  const space = /^[ \t\n]|[ \t\n]$/.test(fitting) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeXml(withoutForbidden(fitting))}</t>`;
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text that is too long ends in `…`, so that it is seen to be cut, and never within a character. */
function cut(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}\u2026`;
}

/** What XML cannot hold is written as Excel writes it, `_x0001_`; what looks like that already is told apart. */
function withoutForbidden(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll(forbidden, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
