import { boatDefectClasses, phase, routeKinds } from '../../contract/factory/index.js';
import { fewestBoats } from '../headline.js';
import type { Figure } from '../service.js';

/** So many boats without a single line of any class: more likely nobody writes them down. */
export const silentFrom = 20;

const cohort = `os barcos que passaram a primeira inspeção no período: o primeiro fim do desmolde (fase ${phase.demould}) ou, nos barcos que não se desmoldam aqui (nem a ordem nem a rota do produto têm a fase ${phase.demould}), o primeiro fim do controlo final (fase ${phase.finalControl})`;

const unfinished =
  'Um barco que passou há pouco ainda pode ter defeitos por encontrar no controlo final (uma pequena parte dos defeitos).';

/** Figures that several questions of this area give. */
export const defects: Figure = {
  figure: 'defects',
  title: 'Defeitos do barco',
  unit: 'defeitos',
  definition: `Linhas de OrdemFabricoErros, sem repetições, cujo texto fala do barco ou é desconhecido (classes ${boatDefectClasses.join(' e ')}), até ao momento do ficheiro, de ${cohort}. Contam todas no dia da primeira inspeção do seu barco, sejam encontradas quando forem.`,
  limits: `A classe sai do texto, por regras ou por decisão de alguém (ver defect_texts). Ficam de fora, e contam-se, as linhas sobre o molde, as de controlo que passaram e as de barcos que ainda não passaram a primeira inspeção. ${unfinished}`,
};

export const defectsPer100: Figure = {
  figure: 'defects_per_100_orders',
  title: 'Defeitos por 100 barcos',
  unit: 'defeitos por 100 barcos',
  definition:
    'Defeitos (defects) a dividir pelos barcos que passaram a primeira inspeção no período (orders_past_first_inspection), vezes 100: os mesmos barcos em cima e em baixo.',
  limits: `Um barco acabado sem a sua primeira inspeção registada não entra, nem os seus defeitos: contam-se à parte. ${unfinished}`,
};

export const firstPassYield: Figure = {
  figure: 'first_pass_yield',
  title: 'Rendimento à primeira (first-pass yield)',
  unit: 'parte dos barcos',
  definition: `Dos barcos que passaram a primeira inspeção no período, a parte sem nenhum defeito do barco até ao momento do ficheiro; first_pass_yield_severity_2: sem nenhum de gravidade 2 ou 3; first_pass_yield_severity_3: sem nenhum de gravidade 3. Com fase_id: sem nenhum causado por essa fase. Com menos de ${fewestBoats} barcos no período não se responde.`,
  limits: `${unfinished} Um defeito sem gravidade conta em first_pass_yield e não nos outros dois.`,
};

export const byRoute: Figure = {
  figure: 'by_route',
  title: 'Por tipo de rota',
  unit: 'barcos',
  definition: `Os mesmos números para os barcos que se desmoldam (DEMOULD, inspeção na fase ${routeKinds.DEMOULD}) e para os que não passam por desmolde e têm no controlo final a sua única inspeção (FINAL_CONTROL, fase ${routeKinds.FINAL_CONTROL}).`,
  limits: `O controlo final regista poucos defeitos, e de um tipo de barco talvez nenhum: se ${silentFrom} ou mais barcos de um tipo têm, por barco, menos de um décimo das linhas do outro (de qualquer classe), ou se nenhum barco tem uma única, a resposta é DEGRADED e di-lo, porque quantos mais desses houver, melhor parece o conjunto. O rendimento de um tipo não se compara com o do outro, só consigo próprio.`,
};

export const withoutCulprit: Figure = {
  figure: 'share_without_culprit',
  title: 'Defeitos sem fase culpada',
  unit: 'parte dos defeitos',
  definition:
    'Defeitos do barco que não nomeiam a fase culpada, ou nomeiam uma que não existe, a dividir por todos. Dos segundos diz defects_culprit_missing quantos são: tantos a menos seriam com o ficheiro inteiro. Com fase_id são null: nenhum deles é dessa fase.',
  limits: 'Não se atribuem a ninguém. As linhas sobre moldes, que nunca têm culpada, não entram.',
};

export const severityMix: Figure = {
  figure: 'severity',
  title: 'Defeitos por gravidade',
  unit: 'defeitos',
  definition: 'Defeitos de gravidade 1 (ligeira), 2 e 3 (grave); os que não têm gravidade contam-se à parte.',
  limits: 'A gravidade é a que foi registada; ninguém a confere.',
};

export const otherLines: Figure = {
  figure: 'mould_lines_per_100_orders',
  title: 'Linhas sobre o molde, e linhas que passaram',
  unit: 'linhas por 100 barcos',
  definition:
    'Dos mesmos barcos, as linhas que falam do estado do molde (mould_lines, classe MOULD) e as de controlo que passaram (passed_lines, classe PASSED), por 100 barcos. Não são defeitos e não entram em nenhum dos outros números. Com fase_id são null: não são de nenhuma fase culpada. share_unknown: a parte dos defeitos cujo texto as regras não conhecem.',
  limits:
    'Dizem como se registou, mais do que como se fez: uma linha que se deixa de escrever não é um molde melhor.',
};

export const lineClassFigure: Figure = {
  figure: 'class',
  title: 'Classe de uma linha de erro',
  unit: '',
  definition:
    'De que fala o texto (sem maiúsculas, acentos nem pontuação). Primeiro o que alguém decidiu («prodplan defects classify»); senão, por esta ordem: MOULD se começa por «molde» ou «meios moldes»; BOAT_DEFECT se, tirado o que louva («bem ...», «sem» seguido de algo mau, «uniforme», «alinhado», «correto», «estanque», «verificado»...), sobra uma palavra de defeito («com ...», «mal», «pouco», «falta», «bolhas», «torto», «descolado»...); PASSED, uma linha de controlo que passou, se só louva; senão UNKNOWN, que conta como defeito do barco.',
  limits:
    'As regras são da língua e não do barco: há linhas de controlo que louvam e trazem culpada ou gravidade 2 (lines_with_culprit, severity_2), e que talvez sejam a falta do que louvam. Quem conhece a folha decide.',
};
