import type { Figure } from '../service.js';

const textLimit =
  'Algumas linhas de erro são linhas de controlo que passaram («Barco bem lixado.»): contam-se como vêm, porque o texto não permite separá-las com segurança.';

/** Figures that several questions of this area give. */
export const defects: Figure = {
  figure: 'defects',
  title: 'Erros',
  unit: 'erros',
  definition:
    'Linhas de OrdemFabricoErros, sem repetições, pelo dia em que foram encontradas: o fim da fase que as encontrou, senão o seu início. Com um período, os erros de que só se conhece a criação da ordem, ou cujo dia é posterior ao momento do ficheiro, ficam de fora e são contados.',
  limits: textLimit,
};

export const defectsPer100: Figure = {
  figure: 'defects_per_100_orders',
  title: 'Erros por 100 ordens',
  unit: 'erros por 100 ordens',
  definition:
    'Erros encontrados no período, a dividir pelas ordens desmoldadas pela primeira vez no período (primeiro fim da fase 6), vezes 100.',
  limits:
    'Uma ordem cujo desmolde nunca foi fechado não entra no divisor, mas os seus erros contam. Uma ordem desmoldada há pouco ainda pode ter erros por encontrar no controlo final.',
};

export const firstPassYield: Figure = {
  figure: 'first_pass_yield',
  title: 'Rendimento à primeira (first-pass yield)',
  unit: 'parte das ordens',
  definition:
    'Das ordens desmoldadas pela primeira vez no período, a parte que não tem nenhum erro até ao momento do ficheiro. Com fase_id: a parte sem nenhum erro causado por essa fase.',
  limits: `As desmoldadas há pouco ainda podem vir a ter erros no controlo final (uma pequena parte dos erros). ${textLimit}`,
};

export const withoutCulprit: Figure = {
  figure: 'share_without_culprit',
  title: 'Erros sem fase culpada',
  unit: 'parte dos erros',
  definition: 'Erros que não nomeiam a fase culpada, ou nomeiam uma que não existe, a dividir por todos.',
  limits: 'Não se atribuem a ninguém; há textos, como os dos moldes, que nunca têm culpada.',
};

export const severityMix: Figure = {
  figure: 'severity',
  title: 'Erros por gravidade',
  unit: 'erros',
  definition: 'Erros de gravidade 1 (ligeira), 2 e 3 (grave); os que não têm gravidade contam-se à parte.',
  limits: 'A gravidade é a que foi registada; ninguém a confere.',
};
