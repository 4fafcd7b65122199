import { area, entry, plain } from './area.js';
import type { Language } from './kinds.js';

/** What is wrong with a command line as such, and of what: a command, an option, an argument. */
export type BadCommandLine =
  | {
      readonly wrong: 'unknown_command' | 'unknown_option';
      readonly what: string;
      readonly like: string | null;
    }
  | { readonly wrong: 'missing_argument' | 'missing_option' | 'missing_value'; readonly what: string }
  | { readonly wrong: 'too_many_arguments' };

function badCommandLine(one: BadCommandLine, language: Language): string {
  const isPt = language === 'pt';
  switch (one.wrong) {
    case 'unknown_command':
      return isPt ? `Não existe o comando «${one.what}».` : `There is no command “${one.what}”.`;
    case 'unknown_option':
      return isPt ? `Não existe a opção ${one.what}.` : `There is no option ${one.what}.`;
    case 'missing_argument':
      return isPt ? `Falta o argumento «${one.what}».` : `The argument “${one.what}” is missing.`;
    case 'missing_option':
      return isPt ? `Falta a opção ${one.what}.` : `The option ${one.what} is missing.`;
    case 'missing_value':
      return isPt ? `A opção ${one.what} precisa de um valor.` : `The option ${one.what} takes a value.`;
    case 'too_many_arguments':
      return isPt ? 'O comando tem argumentos a mais.' : 'The command has too many arguments.';
  }
}

/** What is typed on the command line. */
export const commandFailure = area({
  BAD_COMMAND_LINE: entry<{
    readonly wrong: BadCommandLine;
    /** The command, where there is such a one; its help tells more. */
    readonly command: string | null;
  }>({
    kind: 'usage',
    pt: ({ wrong, command }) => [
      badCommandLine(wrong, 'pt'),
      `${'like' in wrong && wrong.like !== null ? `Será ${wrong.like}? ` : ''}Veja «prodplan ${command === null ? '' : `${command} `}--help».`,
    ],
    en: ({ wrong, command }) => [
      badCommandLine(wrong, 'en'),
      `${'like' in wrong && wrong.like !== null ? `Is it ${wrong.like}? ` : ''}See “prodplan ${command === null ? '' : `${command} `}--help”.`,
    ],
    examples: [
      { wrong: { wrong: 'unknown_command', what: 'ingerir', like: 'ingest' }, command: null },
      { wrong: { wrong: 'unknown_option', what: '--jsom', like: '--json' }, command: 'runs' },
      { wrong: { wrong: 'missing_argument', what: 'ficheiro' }, command: 'ingest' },
      { wrong: { wrong: 'missing_option', what: '--out <pasta>' }, command: 'extract' },
      { wrong: { wrong: 'missing_value', what: '--port <n>' }, command: 'serve' },
      { wrong: { wrong: 'too_many_arguments' }, command: 'runs' },
    ],
  }),
  BAD_NUMBER: entry<{ readonly text: string; readonly lowest: number; readonly highest: number | null }>({
    kind: 'usage',
    pt: ({ text, lowest, highest }) => [
      `«${text}» não é um número que sirva aqui.`,
      highest === null
        ? `Tem de ser um número inteiro, de ${lowest} para cima.`
        : `Tem de ser um número inteiro, de ${lowest} a ${highest}.`,
    ],
    en: ({ text, lowest, highest }) => [
      `“${text}” is no number that will do here.`,
      highest === null
        ? `It has to be a whole number, from ${lowest} upwards.`
        : `It has to be a whole number, from ${lowest} to ${highest}.`,
    ],
    examples: [
      { text: 'muitos', lowest: 1, highest: null },
      { text: '70000', lowest: 0, highest: 65_535 },
    ],
  }),
  BAD_OUT: entry<{
    readonly path: string;
    /** Null: there is something there that is no file. */
    readonly reason: string | null;
  }>({
    kind: 'usage',
    pt: ({ path, reason }) =>
      reason === null
        ? [
            `${path} é uma pasta, ou outra coisa que não um ficheiro.`,
            'Indique o ficheiro a escrever, como pasta/Folha_IA.xlsx.',
          ]
        : [`Não se pode escrever em ${path}: ${reason}.`, 'Indique uma pasta em que possa escrever.'],
    en: ({ path, reason }) =>
      reason === null
        ? [
            `${path} is a folder, or something else that is no file.`,
            'Name the file that is to be written, like folder/Folha_IA.xlsx.',
          ]
        : [`${path} cannot be written in: ${reason}.`, 'Name a folder that you may write in.'],
    examples: [
      { path: '/dados', reason: null },
      { path: '/dados', reason: 'EACCES: permission denied' },
    ],
  }),
  BAD_RUN: entry<{ readonly text: string }>({
    kind: 'usage',
    pt: ({ text }) => [`«${text}» não é o número de uma carga.`, 'Veja os números com «prodplan runs».'],
    en: ({ text }) => [`“${text}” is not the number of a run.`, 'See the numbers with “prodplan runs”.'],
    examples: [{ text: 'ontem' }],
  }),
  BAD_COUNT: entry<{ readonly text: string }>({
    kind: 'usage',
    pt: ({ text }) => [`«${text}» não é um número de migrações.`, 'Use --count 1, 2, ...'],
    en: ({ text }) => [`“${text}” is no number of migrations.`, 'Use --count 1, 2, ...'],
    examples: [{ text: 'todas' }],
  }),
  NOT_CONFIRMED: plain(
    'usage',
    [
      'Desfazer migrações apaga as tabelas delas, com os dados.',
      'Faça uma cópia de segurança e repita com --yes.',
    ],
    ['Taking migrations back deletes their tables, with the data.', 'Make a backup and repeat with --yes.'],
  ),
  NOT_SERVING: entry<{ readonly address: string }>({
    kind: 'missing',
    pt: ({ address }) => [
      `Em ${address} não responde o Prodplan.`,
      'Comece com «prodplan serve» (ou «npm run demo») noutra janela e repita; se a porta é outra, indique-a com --port.',
    ],
    en: ({ address }) => [
      `Prodplan does not answer at ${address}.`,
      'Start “prodplan serve” (or “npm run demo”) in another window and repeat; name another port with --port.',
    ],
    examples: [{ address: 'http://127.0.0.1:8080/' }],
  }),
  NO_SUCH_SHEET: entry<{ readonly name: string; readonly sheets: readonly string[] }>({
    kind: 'missing',
    pt: ({ name, sheets }) => [`Não existe a folha «${name}».`, `As folhas são: ${sheets.join(', ')}.`],
    en: ({ name, sheets }) => [`There is no sheet “${name}”.`, `The sheets are: ${sheets.join(', ')}.`],
    examples: [{ name: 'Ordens', sheets: ['OrdensFabrico', 'Fases'] }],
  }),
  NO_SUCH_TYPE: entry<{ readonly text: string; readonly types: readonly string[] }>({
    kind: 'missing',
    pt: ({ text, types }) => [`Não existe o tipo «${text}».`, `Os tipos são: ${types.join(', ')}.`],
    en: ({ text, types }) => [`There is no type “${text}”.`, `The types are: ${types.join(', ')}.`],
    examples: [{ text: 'orfao', types: ['ORPHAN', 'DATE_IN_FUTURE'] }],
  }),
  BAD_CLASS: entry<{ readonly name: string; readonly classes: readonly string[]; readonly byRule: string }>({
    kind: 'usage',
    pt: ({ name, classes, byRule }) => [
      `«${name}» não é uma classe.`,
      `As classes são: ${classes.join(', ')}; ou ${byRule}.`,
    ],
    en: ({ name, classes, byRule }) => [
      `“${name}” is no class.`,
      `The classes are: ${classes.join(', ')}; or ${byRule}.`,
    ],
    examples: [{ name: 'grave', classes: ['barco', 'molde'], byRule: 'regra' }],
  }),
  BAD_SETTING_VALUE: entry<{ readonly text: string; readonly usual: string }>({
    kind: 'usage',
    pt: ({ text, usual }) => [
      `«${text}» não é um número.`,
      `Escreva um número, ou «${usual}» para voltar ao de origem.`,
    ],
    en: ({ text, usual }) => [
      `“${text}” is no number.`,
      `Write a number, or “${usual}” to go back to the usual one.`,
    ],
    examples: [{ text: 'muito', usual: 'origem' }],
  }),
  BAD_LABEL: plain(
    'usage',
    ['O texto de --label tem de ter de 1 a 100 letras.', ''],
    ['The text of --label has to have 1 to 100 letters.', ''],
  ),
  BAD_ROLE: entry<{ readonly role: string; readonly roles: readonly string[] }>({
    kind: 'usage',
    pt: ({ role, roles }) => [`Não existe o papel «${role}».`, `São: ${roles.join(', ')}.`],
    en: ({ role, roles }) => [`There is no role “${role}”.`, `They are: ${roles.join(', ')}.`],
    examples: [{ role: 'chefe', roles: ['reader', 'operator', 'hr'] }],
  }),
});
