import { cellCodes } from '../../source/cells/index.js';

/** Every code that a reject or an issue may have, in words. */
export const codeWords: Readonly<Record<string, string>> = {
  ...cellCodes,
  DUPLICATE_KEY: 'Linhas com a mesma chave que dizem coisas diferentes.',
  END_BEFORE_START: 'A fase acaba antes de começar (a linha fica, a duração não conta).',
  FINISH_BEFORE_CREATION: 'A ordem acaba antes de ser criada (a linha fica).',
  DATE_ORDER_ASSUMED:
    'As datas em texto da coluna foram lidas com o dia primeiro (dd/mm/aaaa); nenhum dia acima de 12 o prova.',
  DATE_IN_FUTURE: 'A data é posterior ao momento do ficheiro (a linha fica).',
};
