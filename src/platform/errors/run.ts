import { area, entry, plain } from './area.js';
import { quoted } from './words.js';

/** Runs (loading, replay, rollback), what is published, and the state that it is in. */
export const runFailure = area({
  LOCKED: entry<{
    /** Null where it is not known. */
    readonly other: { readonly holder: string; readonly since: Date } | null;
  }>({
    kind: 'locked',
    pt: ({ other }) => [
      `Já está a decorrer outra carga: ${other === null ? 'outro processo' : `${quoted([other.holder], 'pt')}, desde ${other.since.toISOString()}`}.`,
      'Espere que acabe e repita, ou use --wait para esperar por ela.',
    ],
    en: ({ other }) => [
      `Another run is under way: ${other === null ? 'another process' : `${quoted([other.holder], 'en')}, since ${other.since.toISOString()}`}.`,
      'Wait until it has ended and repeat, or use --wait to wait for it.',
    ],
    examples: [
      { other: { holder: 'ingest, run 41, pid 4711 on fabrica', since: new Date('2026-03-02T07:30:00Z') } },
      { other: null },
    ],
  }),
  RUN_FENCED: entry<{ readonly number: number; readonly newest: number }>({
    kind: 'locked',
    pt: ({ number, newest }) => [
      `Entretanto começou outra carga (número de ordem ${newest}; o desta é ${number}): esta tinha perdido a sua vez e não publicou nada.`,
      'Nada mudou por esta carga. Veja a outra com «prodplan runs» e, se esta ainda fizer falta, repita-a.',
    ],
    en: ({ number, newest }) => [
      `Another run has begun meanwhile (its number in order is ${newest}; that of this one is ${number}): this one had lost its place and published nothing.`,
      'Nothing was changed by this run. See the other one with “prodplan runs” and, if this one is still needed, repeat it.',
    ],
    examples: [{ number: 41, newest: 42 }],
  }),
  STOPPED: entry<{ readonly what: 'run' | 'job' }>({
    kind: 'system',
    pt: ({ what }) =>
      what === 'run'
        ? [
            'A carga foi interrompida a pedido.',
            'Os dados anteriores estão intactos; pode repetir quando quiser.',
          ]
        : ['A tarefa foi interrompida; continua de onde ficou.', ''],
    en: ({ what }) =>
      what === 'run'
        ? ['The run was stopped on request.', 'The earlier data are intact; it may be repeated at any time.']
        : ['The job was stopped; it goes on from where it is.', ''],
    examples: [{ what: 'run' }, { what: 'job' }],
  }),
  UNEXPECTED: entry<{
    readonly reason: string;
    /** Whether it ended a run, which then has changed nothing. */
    readonly inRun: boolean;
  }>({
    kind: 'system',
    pt: ({ reason, inRun }) => [
      `${inRun ? 'A carga falhou' : 'Aconteceu um erro que não se esperava'}: ${reason}.`,
      `${inRun ? 'Os dados anteriores estão intactos. ' : ''}Repita; se voltar a falhar, comunique esta mensagem.`,
    ],
    en: ({ reason, inRun }) => [
      `${inRun ? 'The run failed' : 'Something unexpected went wrong'}: ${reason}.`,
      `${inRun ? 'The earlier data are intact. ' : ''}Try again; if it fails once more, report this message.`,
    ],
    examples: [
      { reason: 'division by zero', inRun: true },
      { reason: 'division by zero', inRun: false },
    ],
  }),
  RUN_DIED: entry<{ readonly host: string; readonly pid: string }>({
    kind: 'system',
    pt: ({ host, pid }) => [
      `O processo terminou sem acabar (host ${host}, pid ${pid}).`,
      'Os dados anteriores estão intactos; repita a carga.',
    ],
    en: ({ host, pid }) => [
      `The process ended before the run did (host ${host}, pid ${pid}).`,
      'The earlier data are intact; repeat the run.',
    ],
    examples: [{ host: 'fabrica', pid: '4711' }],
  }),
  NO_SUCH_RUN: entry<{ readonly run: number }>({
    kind: 'missing',
    pt: ({ run }) => [`Não existe a carga ${run}.`, 'Veja os números com «prodplan runs».'],
    en: ({ run }) => [`There is no run ${run}.`, 'See the numbers with “prodplan runs”.'],
    examples: [{ run: 41 }],
  }),
  NOTHING_PUBLISHED: plain(
    'state',
    [
      'Ainda não há nada publicado: não entrou nenhum ficheiro.',
      'Carregue um: prodplan ingest Folha_IA.xlsx',
    ],
    ['Nothing is published yet: no file has come in.', 'Load one: prodplan ingest Folha_IA.xlsx'],
  ),
  NOT_PUBLISHED: entry<{ readonly run: number }>({
    kind: 'state',
    pt: ({ run }) => [`A carga ${run} não foi publicada.`, 'Escolha uma carga publicada («prodplan runs»).'],
    en: ({ run }) => [`Run ${run} was not published.`, 'Choose a published run (“prodplan runs”).'],
    examples: [{ run: 41 }],
  }),
  ALREADY_PUBLISHED: entry<{ readonly run: number }>({
    kind: 'state',
    pt: ({ run }) => [
      `O estado da carga ${run} é o que está publicado.`,
      'Escolha uma carga anterior («prodplan runs»).',
    ],
    en: ({ run }) => [
      `The state after run ${run} is the published one.`,
      'Choose an earlier run (“prodplan runs”).',
    ],
    examples: [{ run: 41 }],
  }),
  NOTHING_BEFORE: plain(
    'state',
    ['A carga publicada é a primeira: não há outra antes.', 'Não há nada a repor.'],
    ['The published run is the first: there is none before it.', 'There is nothing to go back to.'],
  ),
  NOTHING_TO_COMPARE: entry<{ readonly run: number }>({
    kind: 'state',
    pt: ({ run }) => [
      `Só a carga ${run} está publicada: não há outra com que a comparar.`,
      'Carregue o ficheiro do dia seguinte e repita.',
    ],
    en: ({ run }) => [
      `Only run ${run} is published: there is no other to compare it with.`,
      "Load the next day's file and repeat.",
    ],
    examples: [{ run: 1 }],
  }),
  NOTHING_TO_REPLAY: entry<{ readonly run: number }>({
    kind: 'state',
    pt: ({ run }) => [`A carga ${run} não tem linhas rejeitadas.`, 'Veja as cargas com «prodplan runs».'],
    en: ({ run }) => [`Run ${run} has no rejected rows.`, 'See the runs with “prodplan runs”.'],
    examples: [{ run: 41 }],
  }),
  SUPERSEDED: entry<{ readonly run: number; readonly sheets: readonly string[] }>({
    kind: 'state',
    pt: ({ run, sheets }) => [
      `As linhas rejeitadas da carga ${run} (${sheets.join(', ')}) já não são das folhas que estão publicadas: outra carga trouxe-as.`,
      'Use o número da carga mais recente que trouxe essas folhas («prodplan runs»).',
    ],
    en: ({ run, sheets }) => [
      `The rejected rows of run ${run} (${sheets.join(', ')}) are no longer of the sheets that are published: another run brought these.`,
      'Use the number of the newest run that brought these sheets (“prodplan runs”).',
    ],
    examples: [{ run: 41, sheets: ['Fases', 'Modelos'] }],
  }),
  HISTORY_PRUNED: entry<{ readonly runs: readonly number[] }>({
    kind: 'state',
    pt: ({ runs }) => [
      `Já não se guardam as alterações das cargas ${runs.join(', ')}: o prazo de conservação passou.`,
      'Escolha cargas mais recentes.',
    ],
    en: ({ runs }) => [
      `The changes of the runs ${runs.join(', ')} are no longer kept: their time is over.`,
      'Choose newer runs.',
    ],
    examples: [{ runs: [3, 4] }],
  }),
  CHECK_FAILED: entry<{
    /** What does not agree, in the (Portuguese) words of the check's own report. */
    readonly found: readonly string[];
  }>({
    kind: 'state',
    pt: ({ found }) => [
      `A base de dados não está como a carga a deixou: ${found.join('; ')}.`,
      'Alguém a alterou por fora. Repita a carga com --force, ou reponha uma cópia de segurança.',
    ],
    en: ({ found }) => [
      `The database is not as the run left it: ${found.join('; ')}.`,
      'Somebody has changed it from outside. Repeat the run with --force, or restore a backup.',
    ],
    examples: [{ found: ['Fases: a tabela tem 70 linhas e a carga deixou 71'] }],
  }),
  RULES_NEWER: entry<{ readonly found: number; readonly known: number }>({
    kind: 'setup',
    pt: ({ found, known }) => [
      `A carga publicada foi feita com as regras ${found}; este Prodplan só conhece até às ${known}.`,
      'Atualize o Prodplan nesta máquina: valores novos não se substituem por antigos.',
    ],
    en: ({ found, known }) => [
      `The published run was made with rules ${found}; this Prodplan knows them up to ${known} only.`,
      'Update Prodplan on this machine: new values are not replaced by old ones.',
    ],
    examples: [{ found: 9, known: 8 }],
  }),
});
