import type { RowOf, Sheet } from './sheet.js';
import { fases } from './sheets/fases.js';
import { fasesOrdemFabrico } from './sheets/fases-ordem-fabrico.js';
import { fasesStandardModelos } from './sheets/fases-standard-modelos.js';
import { funcionarios } from './sheets/funcionarios.js';
import { funcionariosFaseOrdemFabrico } from './sheets/funcionarios-fase-ordem-fabrico.js';
import { funcionariosFasesAptos } from './sheets/funcionarios-fases-aptos.js';
import { modelos } from './sheets/modelos.js';
import { ordemFabricoErros } from './sheets/ordem-fabrico-erros.js';
import { ordensFabrico } from './sheets/ordens-fabrico.js';

/**
 * The nine sheets, in the order in which they are merged: what others refer to comes first.
 * This is the one place that says what a workbook must be.
 */
export const sheets = [
  fases,
  modelos,
  funcionarios,
  funcionariosFasesAptos,
  fasesStandardModelos,
  ordensFabrico,
  fasesOrdemFabrico,
  funcionariosFaseOrdemFabrico,
  ordemFabricoErros,
] as const satisfies readonly Sheet[];

export type { Column, ColumnKind } from './column.js';
export type { Columns, Contradiction, Reference, RowOf, Sheet } from './sheet.js';
export {
  fases,
  fasesOrdemFabrico,
  fasesStandardModelos,
  funcionarios,
  funcionariosFaseOrdemFabrico,
  funcionariosFasesAptos,
  modelos,
  ordemFabricoErros,
  ordensFabrico,
};

export type Fase = RowOf<typeof fases>;
export type Modelo = RowOf<typeof modelos>;
export type Funcionario = RowOf<typeof funcionarios>;
export type FuncionarioFaseApto = RowOf<typeof funcionariosFasesAptos>;
export type FaseStandardModelo = RowOf<typeof fasesStandardModelos>;
export type OrdemFabrico = RowOf<typeof ordensFabrico>;
export type FaseOrdemFabrico = RowOf<typeof fasesOrdemFabrico>;
export type FuncionarioFaseOrdemFabrico = RowOf<typeof funcionariosFaseOrdemFabrico>;
export type OrdemFabricoErro = RowOf<typeof ordemFabricoErros>;
