import { yearDays } from '../../contract/factory/index.js';
import { percentText } from '../../platform/numbers.js';
export type Severity = 'info' | 'warning' | 'error';

export interface IssueType {
  readonly severity: Severity;
  /** One sentence: what it means. */
  readonly explanation: string;
  /** What to do about it, and where. */
  readonly howToFix: string;
}

/** A sheet whose rows differ by more than this share from the median of the last runs is named. */
export const volumeChange = 0.2;
/** A match rate that falls by more than this between two runs is named. */
export const matchRateFall = 0.01;
/** Past moments at which due days are held against those of the dump's moment: the 15ths so many days before it. */
export const leakCutoffsDays = { from: yearDays, to: 90 } as const;
/** Shares that differ by more than this factor mean that the due days of the past were set later. */
export const leakRatio = 2;
/** Days within which a due day is near. */
export const nearDueDays = 14;
/** With fewer open orders at a moment its shares say nothing. */
export const fewestOpen = 20;

/** Every kind of finding about the data. A test fails where one lacks its sentences. */
export const issueTypes = {
  // Which cells cost their row: source/cells/codes.ts; which rows do not go into core: ingestion/merge/exclude.ts.
  REJECTED_ROW: {
    severity: 'error',
    explanation: 'A linha não entrou porque a chave ou uma coluna obrigatória falta ou está errada.',
    howToFix: 'Corrija a célula no ERP; «prodplan rejects» mostra a linha inteira.',
  },
  DUPLICATE_KEY: {
    severity: 'error',
    explanation: 'Várias linhas têm a mesma chave e dizem coisas diferentes, por isso nenhuma entrou.',
    howToFix:
      'Veja no ERP qual é a verdadeira e apague as outras; até lá fica o que já estava na base de dados.',
  },
  BAD_CELL: {
    severity: 'warning',
    explanation: 'O valor de uma coluna facultativa não serve e ficou vazio.',
    howToFix: 'Corrija a célula no ERP.',
  },
  END_BEFORE_START: {
    severity: 'warning',
    explanation: 'A fase acaba antes de começar, por isso não tem duração.',
    howToFix: 'Corrija FaseOf_Inicio ou FaseOf_Fim; muitas vezes é o mês que está trocado.',
  },
  FINISH_BEFORE_CREATION: {
    severity: 'warning',
    explanation: 'A ordem acaba antes de ser criada, por isso não tem prazo de execução.',
    howToFix: 'Corrija Of_DataCriacao ou Of_DataAcabamento.',
  },
  DATE_IN_FUTURE: {
    severity: 'warning',
    explanation: 'Algo que já aconteceu tem uma data posterior ao momento do ficheiro.',
    howToFix: 'Corrija a data; muitas vezes é o ano que está trocado.',
  },
  DATE_ORDER_ASSUMED: {
    severity: 'warning',
    explanation:
      'As datas em texto desta coluna foram lidas com o dia primeiro, mas nenhuma tem um dia acima de 12 que o prove.',
    howToFix:
      'Confirme uma delas no ERP; se o mês vier primeiro, exporte a coluna como data e não como texto.',
  },
  DUPLICATE_ROWS: {
    severity: 'info',
    explanation: 'A folha repete linhas exatamente iguais; cada uma conta uma vez.',
    howToFix: 'Nada a fazer se for como o ERP exporta (Funcionarios repete cada pessoa por aptidão).',
  },
  ORPHAN: {
    severity: 'warning',
    explanation: 'As linhas nomeiam algo que a folha respetiva não tem.',
    howToFix: 'Complete a folha referida, ou corrija o número nas linhas que o nomeiam.',
  },
  UNKNOWN_SHEET: {
    severity: 'info',
    explanation: 'O ficheiro tem uma folha que o contrato não conhece; ficou de fora.',
    howToFix: 'Se fizer falta, acrescente-a ao contrato.',
  },
  UNKNOWN_COLUMN: {
    severity: 'info',
    explanation: 'A folha tem uma coluna que o contrato não conhece; ficou de fora.',
    howToFix: 'Se fizer falta, acrescente-a ao contrato.',
  },
  HIDDEN_SHEET: {
    severity: 'info',
    explanation: 'A folha está escondida no Excel; foi lida como as outras.',
    howToFix: 'Nada a fazer, a não ser que devesse ter ficado de fora.',
  },
  MISSING_SHEET: {
    severity: 'warning',
    explanation: 'O ficheiro não trouxe esta folha; a tabela ficou como estava.',
    howToFix: 'Exporte o ficheiro com todas as folhas.',
  },
  VOLUME_CHANGE: {
    severity: 'warning',
    explanation: `A folha tem mais de ${percentText(volumeChange, 0)} de linhas a mais ou a menos do que nas últimas cargas.`,
    howToFix: 'Confirme no ERP que a exportação apanhou o período todo, e uma só vez.',
  },
  MATCH_RATE_FELL: {
    severity: 'warning',
    explanation: 'Menos linhas encontram aquilo que nomeiam do que na carga anterior.',
    howToFix: 'Veja os órfãos novos desta coluna; costuma faltar uma parte da folha referida.',
  },
  OPEN_PHASE_IN_FINISHED_ORDER: {
    severity: 'warning',
    explanation: 'A ordem está acabada mas tem fases começadas e por acabar.',
    howToFix: 'Feche essas fases no ERP; não contam como trabalho em curso.',
  },
  DETECTION_BEFORE_CULPRIT: {
    severity: 'info',
    explanation: 'O erro foi encontrado antes de a fase culpada ter começado.',
    howToFix: 'Veja no ERP se a fase culpada é outra, ou se as datas das duas fases estão trocadas.',
  },
  RECORDING_BREAK: {
    severity: 'warning',
    explanation:
      'Um texto, uma classe ou uma fase passou a dar pelo menos o dobro, ou no máximo metade, das linhas de erro por barco que dava antes, muito além do acaso: costuma ser o modo de registar que mudou.',
    howToFix:
      'Pergunte a quem regista o que mudou nesse mês; até lá, não leia a mudança como melhoria nem como piora.',
  },
  ZOMBIE_ORDER: {
    severity: 'info',
    explanation: 'A ordem foi criada há mais dias do que as Definições dizem (zombie_days) e nunca acabou.',
    howToFix: 'Feche-a ou anule-a no ERP; até lá conta à parte do trabalho em curso.',
  },
  DUE_DAY_SLIPPED: {
    severity: 'info',
    explanation: 'O dia de expedição previsto desta ordem por acabar já foi passado para mais tarde.',
    howToFix:
      'Nada a corrigir no ficheiro: conte com o primeiro dia (due_first) quando mede o cumprimento, não só com o último.',
  },
  DUE_DAYS_KNOW_FUTURE: {
    severity: 'warning',
    explanation: `Nos dias passados, os dias previstos de hoje parecem saber mais do que se sabia então: há mais de ${leakRatio} vezes mais (ou menos) ordens por acabar com dia previsto, ou com ele nos ${nearDueDays} dias seguintes, do que no momento do ficheiro.`,
    howToFix:
      'Nada a corrigir: os dias são marcados e mudados tarde, e o ficheiro só traz o último. Não avalie uma previsão de atrasos com eles; só servem os que as cargas foram vendo.',
  },
} as const satisfies Readonly<Record<string, IssueType>>;

export type IssueTypeName = keyof typeof issueTypes;
