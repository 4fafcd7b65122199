/** Writes the XML of one part in a form that its writer's habits choose. */
export class XmlWriter {
  #habits;
  #names;
  #encoding;

  /** `prefixes`: those bound to the part's namespace at its root. */
  constructor(habits, { prefixes, encoding }) {
    this.#habits = habits;
    this.#names = prefixes;
    this.#encoding = encoding;
  }

  /** An element of the part's own namespace; without `inside` it is empty. */
  tag(name, attributes, inside = null, prefixes = this.#names) {
    const { chances } = this.#habits;
    const prefix = prefixes.length === 1 ? prefixes[0] : chances.pick(prefixes);
    return this.raw(prefix === '' ? name : `${prefix}:${name}`, attributes, inside);
  }

  raw(full, attributes, inside = null) {
    const habits = this.#habits;
    const list = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const ordered = habits.does('attributes in another order', 0.25) ? habits.chances.shuffled(list) : list;
    const head = `<${full}${ordered.map(([name, value]) => this.#attribute(name, value)).join('')}${this.#gap('space in tags')}`;
    if (inside === null || inside === '') {
      return habits.does('empty elements in two tags', 0.2) ? `${head}></${full}>` : `${head}/>`;
    }
    return `${head}>${inside}</${full}${this.#gap('space in end tags')}>`;
  }

  #attribute(name, value) {
    const habits = this.#habits;
    const quote = habits.does('single quotes', 0.2) ? "'" : '"';
    const equals = habits.does('space around =', 0.1) ? habits.chances.pick([' = ', '= ', '\n=']) : '=';
    const before = habits.does('attributes on their own lines', 0.1) ? '\n  ' : ' ';
    return `${before}${name}${equals}${quote}${escaped(value).replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')}${quote}`;
  }

  #gap(habit) {
    return this.#habits.does(habit, 0.12) ? this.#habits.chances.pick([' ', '\n', '  ']) : '';
  }

  /** Text, in one of the ways to write it. */
  characters(text) {
    const habits = this.#habits;
    if (
      text !== '' &&
      habits.does('CDATA', 0.12) &&
      /^[\n\t\x20-\x7e]*$/.test(text) &&
      !text.includes(']]>')
    ) {
      return `<![CDATA[${text}]]>`;
    }
    if (habits.does('everything as references', 0.06)) {
      return Array.from(
        text,
        (one) =>
          `&#${habits.does('hexadecimal', 0.5) ? `x${one.codePointAt(0).toString(16)}` : one.codePointAt(0)};`,
      ).join('');
    }
    const plain = escaped(text);
    if (text.length > 1 && habits.does('comments within texts', 0.06)) {
      const cut = habits.chances.whole(1, text.length - 1);
      const [one, other] = [text.slice(0, cut), text.slice(cut)];
      if (one.isWellFormed() && other.isWellFormed()) return `${escaped(one)}<!-- x -->${escaped(other)}`;
    }
    return plain;
  }

  /** What may stand between elements and says nothing. */
  noise() {
    const habits = this.#habits;
    if (habits.does('lines between elements', 0.25)) return habits.chances.pick(['\n', '\r\n', '\n\t', '  ']);
    if (habits.does('comments between elements', 0.12)) return '<!-- </row><c r="A1"> -->';
    return habits.does('instructions between elements', 0.08) ? '<?writer </row> ?>' : '';
  }

  /** The whole part, as bytes. */
  part(root) {
    const habits = this.#habits;
    const names = {
      utf8: 'UTF-8',
      utf8mark: 'utf-8',
      utf16le: 'UTF-16',
      utf16be: 'UTF-16',
      windows1252: 'windows-1252',
      latin1: 'ISO-8859-1',
    };
    const name = names[this.#encoding];
    const mustSay = this.#encoding === 'windows1252' || this.#encoding === 'latin1';
    const quote = habits.does('single quotes', 0.2) ? "'" : '"';
    const says = mustSay || !habits.does('no declaration', 0.15);
    const encoding =
      mustSay || habits.does('encoding declared', 0.8) ? ` encoding=${quote}${name}${quote}` : '';
    const standalone = habits.does('standalone', 0.6) ? ` standalone=${quote}yes${quote}` : '';
    const head = says
      ? `<?xml version=${quote}1.0${quote}${encoding}${standalone}?>${habits.choice('line after declaration', ['', '\n', '\r\n'])}`
      : '';
    return encoded(`${head}${root}`, this.#encoding);
  }
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function encoded(text, encoding) {
  if (encoding === 'utf16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  if (encoding === 'utf8mark') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'utf8') return Buffer.from(text);
  const known = Array.from(text, (one) => (isLatin(one.codePointAt(0)) ? one : `&#${one.codePointAt(0)};`));
  return Buffer.from(known.join(''), 'latin1');
}

/** Both one-byte encodings agree on these; what they lack is written as a reference. */
function isLatin(code) {
  return code < 0x7f || (code >= 0xa0 && code <= 0xff);
}
