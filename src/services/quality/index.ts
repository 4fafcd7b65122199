import type { Service } from '../service.js';
import { byPhase } from './by-phase/by-phase.js';
import { byProduct } from './by-product/by-product.js';
import { defectBoats } from './defect-boats/defect-boats.js';
import { defectLines } from './defect-lines/defect-lines.js';
import { defectTexts } from './defect-texts/defect-texts.js';
import { heatmap } from './heatmap/heatmap.js';
import { overview } from './overview/overview.js';
import { pareto } from './pareto/pareto.js';
import { risk } from './risk/risk.js';
import { trend } from './trend/trend.js';

export const quality: readonly Service[] = [
  overview,
  byPhase,
  byProduct,
  pareto,
  heatmap,
  trend,
  risk,
  defectTexts,
  defectLines,
  defectBoats,
];
