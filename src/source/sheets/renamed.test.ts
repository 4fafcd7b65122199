import { expect, it } from 'vitest';
import { renamedColumns } from './renamed.js';

it('pairs missing columns with unknown ones that are alike, and the last of each kind', () => {
  expect(renamedColumns(['Of_FaseId'], ['OF FASEID'])).toEqual([
    { missing: 'Of_FaseId', found: 'OF FASEID' },
  ]);
  expect(
    renamedColumns(['Of_DataCriacao', 'FaseOf_Peso'], ['Of_DataCriação', 'FaseOf_Pesso', 'Nota']),
  ).toEqual([
    { missing: 'Of_DataCriacao', found: 'Of_DataCriação' },
    { missing: 'FaseOf_Peso', found: 'FaseOf_Pesso' },
  ]);
  expect(renamedColumns(['FaseOf_Turno'], ['Equipa'])).toEqual([
    { missing: 'FaseOf_Turno', found: 'Equipa' },
  ]);
  expect(renamedColumns(['FaseOf_Turno', 'FaseOf_Peso'], ['Equipa', 'Nota'])).toEqual([]);
  expect(renamedColumns([], ['Nota'])).toEqual([]);
});
