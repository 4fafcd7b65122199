/** Markup that needs no escaping any more. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Text for element content and for attributes in double quotes; what XML cannot hold is left out. */
export function esc(text: string | number): string {
  return String(text)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

type Part = string | number | Html | readonly Html[] | null | false;

/** A template whose strings are markup and whose values are escaped, unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let out = strings[0]!;
  for (const [place, part] of parts.entries()) out += render(part) + strings[place + 1]!;
  return new Html(out);
}

function render(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return esc(part);
  return part instanceof Html ? part.toString() : part.join('');
}
