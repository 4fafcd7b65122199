import {
  dueStatusWords,
  familyWords,
  lineClassWords,
  severityWords,
  stateWords,
  type Word,
} from '../../../contract/factory/index.js';
import type { Language } from '../../../platform/errors/kinds.js';
import { originWords } from '../../../source/as-of-words.js';
import { englishWord } from './english.js';

type Words = Readonly<Record<string, string>>;

const wordsIn = (language: Language, words: Readonly<Record<string, Word>>): Words =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word[language]]));

const portuguese = (words: Readonly<Record<string, Word>>): Words => wordsIn('pt', words);

const gateStates: Words = {
  SUPPORTED: 'sustentado',
  DEGRADED: 'com reservas',
  NOT_SUPPORTED_BY_DATA: 'recusado',
};

/** What people read in place of a code, by the column that holds it. */
const byColumn: Readonly<Record<string, Words>> = {
  state: { ...portuguese(stateWords), ...gateStates },
  due_status: portuguese(dueStatusWords),
  class: portuguese(lineClassWords),
  milestone: {
    CREATED: 'criado',
    STARTED: 'começado',
    DEMOULDED: 'desmoldado',
    CONTROLLED: 'no controlo final',
    FINISHED: 'acabado',
  },
  band: {
    UP_TO_P50: 'na primeira metade',
    UP_TO_P85: 'mais velho do que metade',
    UP_TO_P95: 'mais velho do que 17 em 20',
    BEYOND_P95: 'mais velho do que 19 em 20',
  },
  compared_with: { FAMILY: 'a família', ALL: 'todas as famílias' },
  familia: portuguese(familyWords),
  family: portuguese(familyWords),
  gravidade: portuguese(severityWords),
  worst_severity: portuguese(severityWords),
  severity: { error: 'erro', warning: 'atenção', info: 'informação' },
  status: {
    DONE: 'feita',
    IN_PROGRESS: 'em curso',
    NOT_STARTED: 'por começar',
    LEFT_OPEN: 'ficou por fechar',
    LEFT_OVER: 'ficou por começar',
    ONLY_IN_ROUTE: 'só na rota',
    running: 'a decorrer',
    completed: 'completa',
    unchanged: 'sem mudanças',
    failed: 'falhada',
  },
  kind: { ingest: 'carga', replay: 'reavaliação', rollback: 'reposição' },
  as_of_origin: portuguese(originWords),
  date_flag: { END_BEFORE_START: 'acaba antes de começar', IN_FUTURE: 'no futuro' },
  dimension: { phase: 'fase', product: 'modelo', family: 'família' },
  fragile: {
    ONLY_UNQUALIFIED: 'só quem não consta como apto',
    NOBODY_ACTIVE: 'sem ninguém apto ao serviço',
    ONE_ACTIVE: 'um só apto ao serviço',
    NOBODY_WORKS: 'nenhum apto lá trabalhou',
    ONE_WORKS: 'um só apto lá trabalhou',
    ONE_CARRIES: 'um só leva a fase',
  },
  history_of: { FAMILY_LAST_YEAR: 'a família, no último ano', ALL: 'todas, desde sempre' },
  level: { LOW: 'baixo', MEDIUM: 'médio', HIGH: 'alto' },
  line: { MAIN: 'principal', SIDE: 'de lado', AUTOMATIC: 'cura ou espera própria' },
  no_forecast_reason: {
    NO_CREATION: 'não se sabe quando foi criado',
    AT_REST: 'está onde os barcos ficam',
    TOO_OLD: 'foi criado há tempo de mais',
    NO_HISTORY: 'não há história que chegue',
  },
  period: { WINDOW: 'pedido', PREVIOUS: 'anterior', ALL_TIME: 'desde sempre' },
  population: { OPEN: 'por acabar no corte', NEW: 'criadas depois dele' },
  reason: {
    NO_CREATION: 'não se sabe quando foi criado',
    AT_REST: 'está onde os barcos ficam',
    TOO_OLD: 'foi criado há tempo de mais',
    NO_HISTORY: 'não há história que chegue',
    REWORK: 'retrabalho por acabar',
    NOT_BEGUN: 'sem início',
    STANDING: 'parado na fase',
    QUEUE: 'fila na fase',
    DUE_BEFORE: 'prazo antes da mediana',
    RARE_MODEL: 'modelo raro',
    ON_PACE: 'ao ritmo do costume',
  },
  route_kind: { DEMOULD: 'desmolde', FINAL_CONTROL: 'controlo final' },
  scatter: {
    BEYOND_CHANCE: 'mais do que o acaso',
    WITHIN_CHANCE: 'não passa do acaso',
    TOO_FEW: 'poucos para dizer',
    NOT_CONVERGED: 'a conta não fechou',
  },
  signal: { above: 'acima', below: 'abaixo' },
  trend: { RISING: 'a subir', STEADY: 'igual', FALLING: 'a descer', UNKNOWN: 'não se sabe' },
  waiting_since: {
    PHASE_END: 'fim da fase anterior',
    PHASE_START: 'começo da fase anterior',
    ORDER_CREATION: 'criação do barco',
    OTHER_PHASE_UNDER_WAY: 'outra fase em curso',
  },
};

/** Of the factory's own codes; those of the API are English words themselves. */
const inEnglish: Readonly<Record<string, Words>> = {
  state: wordsIn('en', stateWords),
  due_status: wordsIn('en', dueStatusWords),
  class: wordsIn('en', lineClassWords),
  familia: wordsIn('en', familyWords),
  family: wordsIn('en', familyWords),
  gravidade: wordsIn('en', severityWords),
  worst_severity: wordsIn('en', severityWords),
  as_of_origin: wordsIn('en', originWords),
};

/** The word for what stands in a column; what is no code of it stays as it is. */
export function wordOf(column: string, value: unknown, language: Language = 'pt'): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const words = codesOf(column, language);
  // A text may be called as what every object has: «toString», «constructor».
  return Object.hasOwn(words, value) ? words[value] : value;
}

/** The codes of a column with their words, for its legend; empty where it has none. */
export function codesOf(column: string, language: Language = 'pt'): Words {
  const known = byColumn[column] ?? nothing;
  if (language === 'pt') return known;
  const made =
    english[column] ??
    Object.fromEntries(
      Object.keys(known).map((code) => [code, inEnglish[column]?.[code] ?? englishWord(code)]),
    );
  english[column] = made;
  return made;
}

const nothing: Words = {};
const english: Record<string, Words> = {};
