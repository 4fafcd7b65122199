/** A text as Excel stores it: what would look like one of its escapes is escaped. */
export function excelText(text) {
  return text.replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

/** The content of `si` or `is`: plain, in runs, with a reading that is no part of it. */
export function stringItem(xml, habits, text) {
  const written = excelText(text);
  const t = (piece) => {
    const must = piece.trim() !== piece || piece === '';
    const space = must || habits.does('xml:space always', 0.2) ? { 'xml:space': 'preserve' } : {};
    return xml.tag('t', space, xml.characters(piece));
  };
  const phonetic = habits.does('phonetic runs', 0.08)
    ? xml.tag('rPh', { sb: '0', eb: '1' }, xml.tag('t', {}, 'no')) + xml.tag('phoneticPr', { fontId: '1' })
    : '';
  if (written.length > 1 && habits.does('rich text', 0.15)) {
    const cut = cutOf(written, habits.chances);
    const run = (piece) => xml.tag('r', {}, xml.tag('rPr', {}, xml.tag('b', {})) + t(piece));
    return xml.tag('r', {}, t(written.slice(0, cut))) + xml.noise() + run(written.slice(cut)) + phonetic;
  }
  return t(written) + phonetic;
}

/** Neither within a character nor within an escape. */
function cutOf(text, chances) {
  const cut = chances.whole(1, text.length - 1);
  const halves = text.slice(0, cut).isWellFormed() && text.slice(cut).isWellFormed();
  return halves && !/_x005F_|_x/.test(text) ? cut : text.length;
}

/** The texts that cells share, numbered as the writer likes. */
export class SharedTexts {
  #habits;
  #items = [];
  #known = new Map();

  constructor(habits) {
    this.#habits = habits;
  }

  get size() {
    return this.#items.length;
  }

  number(text) {
    if (this.#habits.does('texts nobody uses', 0.1)) this.#items.push('não usado');
    const known = this.#known.get(text);
    if (known !== undefined && !this.#habits.does('the same text twice', 0.1)) return known;
    this.#known.set(text, this.#items.length);
    this.#items.push(text);
    return this.#items.length - 1;
  }

  root(xml, attributes) {
    const items = this.#items.map(
      (text) => xml.noise() + xml.tag('si', {}, stringItem(xml, this.#habits, text)),
    );
    const counts = this.#habits.does('no counts', 0.2)
      ? {}
      : { count: String(this.size), uniqueCount: String(this.size) };
    return xml.tag('sst', { ...attributes, ...counts }, items.join('') + xml.noise());
  }
}
