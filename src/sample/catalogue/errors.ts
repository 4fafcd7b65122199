import { phase } from '../../contract/factory/index.js';
import { Weighted } from '../random.js';

export interface ErrorText {
  readonly text: string;
  /** How often it is found, against the others. */
  readonly weight: number;
  /** The phase that is blamed; null for those that the inspectors blame on none (moulds mostly). */
  readonly culprit: number | null;
  /** It speaks of the mould, not of the boat. */
  readonly mould: boolean;
  /** Shares of severity 2 and 3. */
  readonly grave2: number;
  readonly grave3: number;
}

const none = null;
const { painting, lamination, demould } = phase;

const atDemould: readonly (readonly [string, number, number | null, number, number])[] = [
  ['Molde com marcas na superfície', 11500, none, 0.21, 0.02],
  ['Molde sem brilho', 11500, none, 0.11, 0.04],
  ['Tinta pouco opaca', 3100, painting, 0.05, 0.001],
  ['Bolhas no laminado', 2050, lamination, 0.29, 0.025],
  ['Rugas por dentro', 1650, lamination, 0.11, 0.013],
  ['Linhas de cor desalinhadas', 760, painting, 0.05, 0.005],
  ['Riscos de pincel na tinta', 390, painting, 0.07, 0.005],
  ['Tecido repuxado nos cantos', 240, lamination, 0.24, 0.03],
  ['Tinta escorrida', 230, painting, 0.47, 0.026],
  ['Manchas claras por dentro', 215, lamination, 0.22, 0.02],
  ['Camadas soltas', 185, lamination, 0.69, 0.15],
  ['Pancada ao desmoldar', 140, demould, 0.47, 0.03],
  ['Tecido seco por dentro', 120, lamination, 0.03, 0.01],
  ['Cor com nuvens', 110, painting, 0.32, 0.01],
  ['Pano de vácuo agarrado', 74, lamination, 0.35, 0.03],
  ['Pó debaixo da tinta', 64, painting, 0.15, 0.02],
  ['Junta aberta', 63, lamination, 0.6, 0.19],
  ['Molde mal limpo', 83, none, 0.66, 0.01],
  ['Fuga de vácuo', 50, lamination, 0.38, 0.2],
  ['Tinta a levantar', 36, painting, 0.58, 0.17],
  ['Reforço em falta', 33, lamination, 0.55, 0.12],
  ['Laminado mal calcado', 33, lamination, 0.42, 0.09],
  ['Gelcoat partido', 29, painting, 0.34, 0],
  ['Laminado com pouca resina', 21, lamination, 0.28, 0.05],
  ['Meios moldes desencontrados', 11, none, 0, 0.09],
  ['Cor diferente da ordem', 8, painting, 0.31, 0.06],
  ['Resina mal misturada', 7, lamination, 0.14, 0.14],
  ['Aba de colagem estalada', 5, demould, 0.4, 0],
  ['Excesso de resina no fundo', 12, lamination, 0.2, 0],
  ['Kevlar à vista', 9, lamination, 0.3, 0.1],
  ['Espuma fora do sítio', 8, lamination, 0.4, 0.1],
  ['Desmoldante em falta.', 6, none, 0.3, 0],
];

/** What the final control writes down; some of it passed, and is no defect at all. */
const atFinalControl: readonly (readonly [string, number, number | null, number, number])[] = [
  ['Poros no verniz.', 10, none, 0, 0],
  ['Leme estanque e bem colado.', 10, lamination, 0.8, 0],
  ['Barco bem lixado.', 6, none, 0, 0],
  ['Zona do poço bem envernizada.', 5, none, 0.2, 0],
  ['Bancos e finca-pés verificados.', 4, none, 0, 0],
  ['Gola simétrica e sem arestas.', 3, none, 0.4, 0],
  ['Peso acima do previsto', 3, demould, 0.5, 0],
  ['Brilho uniforme em todo o casco.', 3, none, 0, 0],
  ['Simetria da proa.', 2, none, 0.5, 0],
];

export const demouldErrors: readonly ErrorText[] = atDemould.map(toErrorText);
export const finalErrors: readonly ErrorText[] = atFinalControl.map(toErrorText);
export const demouldDraw = new Weighted(demouldErrors.map((error) => error.weight));
export const finalDraw = new Weighted(finalErrors.map((error) => error.weight));

/** Weights for 1, 2, 3 ... errors on a boat that has any. */
export const errorCounts = new Weighted([19, 129, 405, 631, 668, 424, 234, 74, 17, 5, 1, 2]);

function toErrorText([text, weight, culprit, grave2, grave3]: (typeof atDemould)[number]): ErrorText {
  return { text, weight, culprit, grave2, grave3, mould: /^(Molde|Meios moldes|Desmoldante)/.test(text) };
}
