const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const shared = {
  pkg: 'http://schemas.openxmlformats.org/package/2006',
  content: 'application/vnd.openxmlformats-officedocument.spreadsheetml',
  compatibility: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  foreign: 'urn:x-other-program',
};

/** The namespaces of a workbook: of the transitional form, or of the strict one. */
export function namespaces(isStrict) {
  return { ...shared, ...(isStrict ? strict : transitional) };
}

/** `A` for 0, `AA` for 26. */
export function columnName(column) {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
