const bytes = Buffer.from(
  '<>/"\'=& \n\t;:!?-[]#x0123456789AZaczrstv.+eE_\0\x01\x7f\x80\xc3\xa9\xe2\xff\xfe',
  'latin1',
);

/** Changes of bytes, whatever they mean. Each gives a new buffer. */
const byteMutations = [
  (data, c) => replaced(data, place(data, c), 1, Buffer.from([c.pick(bytes)])),
  (data, c) => replaced(data, place(data, c), 1, Buffer.from([c.whole(0, 255)])),
  (data, c) => replaced(data, place(data, c), 0, Buffer.from([c.pick(bytes)])),
  (data, c) => replaced(data, place(data, c), c.whole(1, 8), Buffer.alloc(0)),
  (data, c) => {
    const from = place(data, c);
    return replaced(data, place(data, c), 0, data.subarray(from, from + c.whole(1, 60)));
  },
];

/** Ends early, or goes on behind its end. Few, for hardly anything else is seen then. */
const endMutations = [
  (data, c) => data.subarray(0, place(data, c)),
  (data, c) => Buffer.concat([data, data.subarray(place(data, c))]),
];

const pieces = [
  '&amp;',
  '&lt',
  '&x;',
  '&#0;',
  '&#xD800;',
  '&#65;',
  '&#x110000;',
  '<!-- c -->',
  '<!-- -- -->',
  '<![CDATA[x]]>',
  '<![CDATA[',
  ']]>',
  '<?p i?>',
  '<?',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<y/>',
  '<y:c r="A1"><y:v>9</y:v></y:c>',
  '<c/>',
  '<c><v>1</v></c>',
  '<c t="s"><v>99999999</v></c>',
  '<row/>',
  '<row r="1"/>',
  '</row>',
  '</c>',
  '<v/>',
  '<v></v>',
  '<is><t> x </t></is>',
  '<f>1</f>',
  '<row xmlns="urn:x"><c><v>1</v></c></row>',
  '<r><t>b</t></r>',
  ' xmlns="urn:x"',
  ' xmlns:q="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
  ' r="XFE1"',
  ' r="A0"',
  ' r="0"',
  ' r="4294967296"',
  ' t="b"',
  ' t="inlineStr"',
  ' t="zz"',
  ' s="-1"',
  ' s="99999"',
  ' xml:space="preserve"',
  '\u00e9',
  '\uFEFF',
  '_x0041_',
  '_x0000_',
  ' ',
  '\r\n',
].map((piece) => Buffer.from(piece));

/** Changes that know elements and attributes. */
const structureMutations = [
  (data, c) => replaced(data, boundary(data, c), 0, c.pick(pieces)),
  (data, c) => replaced(data, place(data, c), 0, c.pick(pieces)),
  (data, c) => onTokens(data, c, (all, at) => all.toSpliced(at, 1)),
  (data, c) => onTokens(data, c, (all, at) => all.toSpliced(at, 0, all[at])),
  (data, c) => onTokens(data, c, (all, at) => swapped(all, at, c.whole(0, all.length - 1))),
  (data, c) => onTokens(data, c, (all, at) => swapped(all, at, Math.min(all.length - 1, at + c.whole(1, 3)))),
  (data, c) =>
    onTokens(data, c, (all, at) =>
      all.toSpliced(c.whole(0, all.length), 0, ...all.slice(at, at + c.whole(1, 12))),
    ),
  (data, c) => onAttributes(data, c, () => ''),
  (data, c) => onAttributes(data, c, (one) => one + one),
  (data, c) =>
    onAttributes(data, c, (one) =>
      one.replace(
        /(["']).*\1/s,
        `"${c.pick(['', '1', 's', 'b', 'str', 'd', 'e', 'n', 'A1', 'B2', 'ZZZ9', '-1', '1e9', ' 1 ', '&#65;1', '<', 'preserve'])}"`,
      ),
    ),
  (data, c) => onAttributes(data, c, (one) => one.replaceAll('"', "'")),
  (data, c) => onNames(data, c),
];

/** A mutant of XML: one to three changes, nearly always so small that rows before and behind them are reached. */
export function mutateXml(data, c) {
  let mutant = data;
  for (
    let times = c.weighted([
      [1, 60],
      [2, 25],
      [3, 15],
    ]);
    times > 0 && mutant.length > 0;
    times--
  ) {
    const kind = c.weighted([
      [structureMutations, 55],
      [byteMutations, 42],
      [endMutations, 3],
    ]);
    mutant = c.pick(kind)(mutant, c);
  }
  return mutant;
}

/** A mutant of an archive: wrong sizes, checksums, positions, methods and whatever a byte means. */
export function mutateBytes(data, c) {
  let mutant = data;
  for (let times = c.whole(1, 3); times > 0 && mutant.length > 0; times--) {
    mutant = c.chance(0.5)
      ? inHeader(mutant, c)
      : c.pick(c.chance(0.1) ? endMutations : byteMutations)(mutant, c);
  }
  return mutant;
}

const signatures = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08'];

function inHeader(data, c) {
  const starts = [];
  const signature = c.pick(signatures);
  for (let at = data.indexOf(signature, 0, 'latin1'); at >= 0; at = data.indexOf(signature, at + 1, 'latin1'))
    starts.push(at);
  if (starts.length === 0) return data;
  const copy = Buffer.from(data);
  const at = c.pick(starts) + c.whole(4, 46);
  if (at + 4 > copy.length) return copy;
  if (c.chance(0.5))
    copy.writeUInt32LE(c.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff, c.whole(0, copy.length)]), at);
  else copy[at] = c.pick([0, 1, 8, 0x7f, 0xff, c.whole(0, 255)]);
  return copy;
}

function place(data, c) {
  return c.whole(0, Math.max(0, data.length - 1));
}

/** Between two elements. */
function boundary(data, c) {
  const at = data.indexOf('<', place(data, c), 'latin1');
  return at < 0 ? place(data, c) : at;
}

function replaced(data, at, length, by) {
  return Buffer.concat([data.subarray(0, at), by, data.subarray(at + length)]);
}

/** Texts of two bytes a character are split into tokens as well, but for their zeros. */
function tokensOf(data) {
  return data.toString('latin1').match(/<[^>]*>?|[^<]+/g) ?? [];
}

function onTokens(data, c, change) {
  const all = tokensOf(data);
  if (all.length === 0) return data;
  return Buffer.from(change(all, c.whole(0, all.length - 1)).join(''), 'latin1');
}

function swapped(all, at, other) {
  const copy = [...all];
  [copy[at], copy[other]] = [copy[other], copy[at]];
  return copy;
}

function onAttributes(data, c, change) {
  const text = data.toString('latin1');
  const found = [...text.matchAll(/\s[\w:.]+\s*=\s*(["'])[^"']*\1/g)];
  if (found.length === 0) return data;
  const one = c.pick(found);
  return Buffer.from(
    text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length),
    'latin1',
  );
}

function onNames(data, c) {
  const text = data.toString('latin1');
  const found = [...text.matchAll(/<(\/?)([\w:]+)/g)];
  if (found.length === 0) return data;
  const one = c.pick(found);
  const name = c.pick([
    'row',
    'c',
    'v',
    'is',
    't',
    'f',
    'si',
    'r',
    'rPh',
    'sheetData',
    'worksheet',
    'extLst',
    'x:row',
    'x:c',
    'x:v',
    'mc:Fallback',
    'ro',
    'cc',
    '',
  ]);
  return Buffer.from(
    `${text.slice(0, one.index)}<${one[1]}${name}${text.slice(one.index + one[0].length)}`,
    'latin1',
  );
}
