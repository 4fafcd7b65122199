import { child, childrenNamed, type XmlElement } from '../xml/elements.js';

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly relation: string;
}

export function listedSheets(workbook: XmlElement): ListedSheet[] {
  return childrenNamed(child(workbook, 'sheets'), 'sheet').map(({ attributes }) => {
    const state = attributes.get('state');
    return {
      name: attributes.get('name') ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relation: attributes.get('relationships:id') ?? '',
    };
  });
}

/** Whether serial 0 is the first day of 1904, as in workbooks that began on an old Macintosh. */
export function usesDate1904(workbook: XmlElement): boolean {
  const value = child(workbook, 'workbookPr')?.attributes.get('date1904');
  return value === '1' || value === 'true' || value === 'on';
}
