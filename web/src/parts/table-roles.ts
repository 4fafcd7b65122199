/** A table that is laid out as a grid stops being one for who reads by ear, in some browsers: these say what it is. */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
