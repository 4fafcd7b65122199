/** Whose day a period is of: creation, finish or demoulding of an order; `fase`: the end of a phase. */
export type RowDay = 'criacao' | 'acabamento' | 'desmolde' | 'fase';

/** What is counted of every order, as columns of the view `ordem_cobertura`; also what the gates name. */
export const orderMeasures = [
  'ordens',
  'nomeadas',
  'comecadas',
  'comecadas_com_fases',
  'passos',
  'passos_havidos',
  'desmoldes',
  'desmoldes_havidos',
  'com_produto',
  'com_familia',
  'com_prazo',
  'com_gelcoat',
  'desmoldadas',
  'pesadas',
  'fases',
] as const;

/** ... of errors, as columns of `erro_cobertura`. */
export const errorMeasures = ['erros', 'erros_com_dia', 'defeitos', 'defeitos_com_culpada'] as const;

/** ... of phases that ended, as `agg_fase_mes` has them. */
export const phaseMeasures = ['fases_acabadas', 'fases_no_catalogo', 'fases_com_duracao'] as const;

/** Orders that no sheet lists. */
export const unlistedMeasure = 'nao_listadas';

/** Rows of a table that the files before had. */
export type LostMeasure = `perdidas_${string}`;

export type Measure =
  | (typeof orderMeasures)[number]
  | (typeof errorMeasures)[number]
  | (typeof phaseMeasures)[number]
  | typeof unlistedMeasure
  | LostMeasure;

/** Counts by measure; one that is not there was not counted. */
export type Measured = ReadonlyMap<string, number>;
