import { area, entry, plain } from './area.js';

/** What operators decide for everybody. */
export const settingFailure = area({
  NO_SUCH_SETTING: entry<{ readonly name: string; readonly known: readonly string[] }>({
    kind: 'missing',
    pt: ({ name, known }) => [`Não existe a definição «${name}».`, `As que há: ${known.join(', ')}.`],
    en: ({ name, known }) => [`There is no setting “${name}”.`, `There are: ${known.join(', ')}.`],
    examples: [{ name: 'zombies', known: ['zombie_days', 'truck_boats'] }],
  }),
  SETTING_OUT_OF_RANGE: entry<{
    readonly name: string;
    readonly lowest: number;
    readonly highest: number;
    readonly kind: 'whole' | 'share';
  }>({
    kind: 'usage',
    pt: ({ name, lowest, highest, kind }) => [
      `O valor de ${name} não serve.`,
      `É um número ${kind === 'whole' ? 'inteiro ' : ''}de ${lowest} a ${highest}, ou nenhum, para voltar ao de origem.`,
    ],
    en: ({ name, lowest, highest, kind }) => [
      `The value of ${name} is of no use.`,
      `It is a ${kind === 'whole' ? 'whole ' : ''}number from ${lowest} to ${highest}, or none, to go back to the usual one.`,
    ],
    examples: [
      { name: 'zombie_days', lowest: 30, highest: 3650, kind: 'whole' },
      { name: 'gate_product_join', lowest: 0, highest: 1, kind: 'share' },
    ],
  }),
  SETTING_FIXED: entry<{ readonly name: string; readonly variable: string }>({
    kind: 'state',
    pt: ({ name, variable }) => [
      `A definição ${name} está fixada no servidor (${variable}).`,
      'Muda-a quem administra o servidor.',
    ],
    en: ({ name, variable }) => [
      `The setting ${name} is fixed on the server (${variable}).`,
      'Whoever administers the server changes it.',
    ],
    examples: [{ name: 'gate_product_join', variable: 'PRODPLAN_GATE_THRESHOLDS' }],
  }),
  SETTING_BUSY: plain(
    'locked',
    ['Uma carga está a publicar; nada foi mudado.', 'Repita daqui a um minuto.'],
    ['A run is publishing; nothing was changed.', 'Try again in a minute.'],
  ),
});
