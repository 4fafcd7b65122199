import type { Service } from '../service.js';
import { qualityByPhase } from './by-phase/by-phase.js';
import { qualityByProduct } from './by-product/by-product.js';
import { defectBoats } from './defect-boats/defect-boats.js';
import { defectLines } from './defect-lines/defect-lines.js';
import { defectTexts } from './defect-texts/defect-texts.js';
import { escapes } from './escape/escape.js';
import { heatmap } from './heatmap/heatmap.js';
import { learning } from './learning/learning.js';
import { lostPassesQuestion } from './lost-passes/lost-passes.js';
import { qualityOverview } from './overview/overview.js';
import { pareto } from './pareto/pareto.js';
import { risk } from './risk/risk.js';
import { standardised } from './standardised/standardised.js';
import { trend } from './trend/trend.js';

const questions: readonly Service[] = [
  qualityOverview,
  qualityByPhase,
  qualityByProduct,
  pareto,
  lostPassesQuestion,
  heatmap,
  trend,
  standardised,
  risk,
  escapes,
  learning,
  defectTexts,
  defectLines,
  defectBoats,
];

/** All of them count lines by what they speak of, which people may decide. */
export const quality: readonly Service[] = questions.map((one) => ({ ...one, tells: ['decided_texts'] }));
