import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive, with whatever may be wrong about it. */
export interface ZipPart {
  name: string;
  data: Buffer | string;
  /** Stored instead of deflated. */
  stored?: boolean;
  /** The method that is stated, whatever was done. */
  method?: number;
  /** The sizes stand after the data, and the local header has none. */
  descriptor?: boolean;
  /** All sizes and the position in zip64 fields. */
  zip64?: boolean;
  encrypted?: boolean;
  /** Stated instead of the true ones. */
  crc?: number;
  size?: number;
  /** Stands as it is for the compressed data. */
  compressed?: Buffer;
}

export interface ZipOptions {
  /** Bytes in front of the archive, which its positions do not count. */
  prefix?: Buffer;
  comment?: Buffer;
  /** End records in zip64 form. */
  zip64?: boolean;
}

const utf8Flag = 0x0800;
const full = 0xffffffff;

/** Makes a zip archive. */
export function zip(parts: readonly ZipPart[], { prefix, comment, zip64 }: ZipOptions = {}): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { local, central } = entry(part, at);
    chunks.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = endRecords(parts.length, central.length, at, comment ?? Buffer.alloc(0), zip64 ?? false);
  return Buffer.concat([prefix ?? Buffer.alloc(0), ...chunks, central, end]);
}

function entry(part: ZipPart, at: number): { local: Buffer; central: Buffer } {
  const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data;
  const packed = part.compressed ?? (part.stored ? data : deflateRawSync(data, { level: 1 }));
  const name = Buffer.from(part.name);
  const size = part.size ?? data.length;
  const crc = part.crc ?? crc32(data);
  const flags = utf8Flag | (part.encrypted ? 1 : 0) | (part.descriptor ? 8 : 0);
  const method = part.method ?? (part.stored ? 0 : 8);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(part.zip64 ? 45 : 20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(0x00210000, 6);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(part.zip64 ? full : packed.length, 14);
  common.writeUInt32LE(part.zip64 ? full : size, 18);
  common.writeUInt16LE(name.length, 22);
  const localExtra = part.zip64 ? wideField([size, packed.length]) : Buffer.alloc(0);
  const localCommon = Buffer.from(common);
  if (part.descriptor) localCommon.fill(0, 10, 22);
  localCommon.writeUInt16LE(localExtra.length, 24);
  const local = [Buffer.from('PK\x03\x04', 'latin1'), localCommon, name, localExtra, packed];
  if (part.descriptor) local.push(descriptor(crc, packed.length, size));

  const centralExtra = part.zip64 ? wideField([size, packed.length, at]) : Buffer.alloc(0);
  common.writeUInt16LE(centralExtra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(part.zip64 ? full : at, 10);
  const central = [Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, name, centralExtra];
  return { local: Buffer.concat(local), central: Buffer.concat(central) };
}

function descriptor(crc: number, packed: number, size: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write('PK\x07\x08', 0, 'latin1');
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

/** The zip64 field, behind another one that must be passed over. */
function wideField(values: number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 + values.length * 8);
  bytes.writeUInt16LE(0x9999, 0);
  bytes.writeUInt16LE(4, 2);
  bytes.writeUInt16LE(1, 8);
  bytes.writeUInt16LE(values.length * 8, 10);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 12 + index * 8);
  return bytes;
}

function endRecords(entries: number, size: number, at: number, comment: Buffer, zip64: boolean): Buffer {
  const wide = Buffer.alloc(zip64 ? 76 : 0);
  if (zip64) {
    wide.write('PK\x06\x06', 0, 'latin1');
    wide.writeBigUInt64LE(44n, 4);
    wide.writeBigUInt64LE(BigInt(entries), 24);
    wide.writeBigUInt64LE(BigInt(entries), 32);
    wide.writeBigUInt64LE(BigInt(size), 40);
    wide.writeBigUInt64LE(BigInt(at), 48);
    wide.write('PK\x06\x07', 56, 'latin1');
    wide.writeBigUInt64LE(BigInt(at + size), 64);
    wide.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(zip64 ? full : size, 12);
  end.writeUInt32LE(zip64 ? full : at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([wide, end, comment]);
}

/**
 * A number is shown as it is, `serial` as a date; null leaves the cell out. `raw` is the XML between `<c r="A1"` and
 * `</c>`, as it stands.
 */
export type CellValue = string | number | boolean | null | { serial: number } | { raw: string };

export interface SheetRows {
  name: string;
  rows: CellValue[][];
  /** Numbers of the rows; default: 1, 2, 3, ... */
  numbers?: readonly number[];
  hidden?: boolean;
}

export interface XlsxOptions {
  /** Texts stand in their cells instead of in the shared strings. */
  inline?: boolean;
  date1904?: boolean;
  /** `dcterms:modified`, as it is to be written. */
  modified?: string;
  zip?: ZipOptions;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pkg = 'http://schemas.openxmlformats.org/package/2006';

/** Makes a workbook from plain values. */
export function buildXlsx(sheets: readonly SheetRows[], options: XlsxOptions = {}): Buffer {
  return zip(xlsxParts(sheets, options), options.zip);
}

/** The parts of such a workbook, for tests that want to change or to leave out one of them. */
export function xlsxParts(sheets: readonly SheetRows[], options: XlsxOptions = {}): ZipPart[] {
  const texts = options.inline ? null : new Map<string, number>();
  const sheetParts = sheets.map(({ rows, numbers }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    data: sheetXml(rows, texts, numbers),
  }));
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: contentTypes(sheets.length) },
    { name: '_rels/.rels', data: packageRelations(options.modified !== undefined) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets, options.date1904 ?? false) },
    { name: 'xl/_rels/workbook.xml.rels', data: workbookRelations(sheets.length, texts !== null) },
    { name: 'xl/styles.xml', data: stylesXml },
    ...sheetParts,
  ];
  if (texts !== null) parts.push({ name: 'xl/sharedStrings.xml', data: sharedStringsXml([...texts.keys()]) });
  if (options.modified !== undefined)
    parts.push({ name: 'docProps/core.xml', data: coreXml(options.modified) });
  return parts;
}

/** A worksheet in the shape in which Excel writes it; without `texts` its strings are inline. */
export function sheetXml(
  rows: readonly CellValue[][],
  texts: Map<string, number> | null,
  numbers: readonly number[] = rows.map((_, index) => index + 1),
): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const body = rows.map((row, index) => {
    const cells = row
      .map((value, column) => cellXml(`${columnName(column)}${numbers[index]}`, value, texts))
      .join('');
    return `<row r="${numbers[index]}" spans="1:${width}">${cells}</row>`;
  });
  const dimension = `<dimension ref="A1:${columnName(width - 1)}${numbers.at(-1) ?? 1}"/>`;
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${dimension}<sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(reference: string, value: CellValue, texts: Map<string, number> | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'object' && 'raw' in value) return `<c r="${reference}"${value.raw}</c>`;
  if (typeof value === 'object') return `<c r="${reference}" s="1"><v>${value.serial}</v></c>`;
  if (texts === null) return `<c r="${reference}" t="inlineStr"><is>${textXml(value)}</is></c>`;
  const index = texts.get(value) ?? texts.size;
  texts.set(value, index);
  return `<c r="${reference}" t="s"><v>${index}</v></c>`;
}

export function sharedStringsXml(texts: readonly string[]): string {
  const items = texts.map((text) => `<si>${textXml(text)}</si>`).join('');
  return `${declaration}<sst xmlns="${main}" uniqueCount="${texts.length}">${items}</sst>`;
}

function textXml(text: string): string {
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<t${space}>${escapeXml(text)}</t>`;
}

/** Escapes text as Excel does: what XML cannot hold, and what would look like such an escape. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/\p{Cc}/gu, escapeControl)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeControl(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x20 || character === '\t' || character === '\n') return character;
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="${pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${overrides.join('')}</Types>`;
}

function relations(list: readonly [id: string, type: string, target: string][]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${pkg}/relationships">${items.join('')}</Relationships>`;
}

function packageRelations(core: boolean): string {
  const coreType = `${pkg}/relationships/metadata/core-properties`;
  return relations([
    ['rId1', `${office}/officeDocument`, 'xl/workbook.xml'],
    ...(core ? [['rId2', coreType, 'docProps/core.xml'] as [string, string, string]] : []),
  ]);
}

function workbookRelations(sheets: number, shared: boolean): string {
  const list = Array.from({ length: sheets }, (_, n): [string, string, string] => [
    `rId${n + 1}`,
    `${office}/worksheet`,
    `worksheets/sheet${n + 1}.xml`,
  ]);
  list.push(['rIdStyles', `${office}/styles`, 'styles.xml']);
  if (shared) list.push(['rIdShared', `${office}/sharedStrings`, 'sharedStrings.xml']);
  return relations(list);
}

function workbookXml(sheets: readonly SheetRows[], date1904: boolean): string {
  const list = sheets.map(({ name, hidden }, n) => {
    const state = hidden ? ' state="hidden"' : '';
    const quoted = escapeXml(name).replaceAll('"', '&quot;');
    return `<sheet name="${quoted}" sheetId="${n + 1}"${state} r:id="rId${n + 1}"/>`;
  });
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${list.join('')}</sheets></workbook>`;
}

/** Style 0 is General, style 1 a date with a time of its own format, style 2 the built-in date. */
const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function coreXml(modified: string): string {
  return `${declaration}<cp:coreProperties xmlns:cp="${pkg}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified></cp:coreProperties>`;
}
