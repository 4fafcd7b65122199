import { expect, it } from 'vitest';
import { ParameterError, readParams, services } from './index.js';

const service = (name: string) => services.find((one) => one.name === name)!;

function refused(name: string, raw: object): (readonly [string, string, string])[] {
  try {
    readParams(service(name), raw);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return error.parameters.map(({ parameter, sentence }) => [parameter, sentence('pt'), sentence('en')]);
  }
  return [];
}

it.each([
  ['prodplan.orders', { limt: '1' }, 'limt', /^este parâmetro não existe/, /^there is no such parameter/],
  ['prodplan.order', {}, 'of_id', /^falta$/, /^is missing$/],
  ['prodplan.orders', { limit: 'muitas' }, 'limit', /número/, /number/],
  ['prodplan.orders', { limit: '5000' }, 'limit', /grande/, /big/],
  ['prodplan.orders', { state: 'DONE,SOON' }, 'state', /^só pode ter: .*DONE/, /^may only have: .*DONE/],
  ['prodplan.orders', { text: '\u0301' }, 'text', /procurar$/, /searched for$/],
  ['quality.overview', { from: '0000-05-01' }, 'from', /ano tem de ser/, /the year has to be/],
  ['quality.overview', { from: '2023-02-30' }, 'from', /inválid/i, /^Invalid/],
  [
    'quality.overview',
    { from: '2023-03-01', to: '2023-02-01' },
    'from',
    /^fica depois de to$/,
    /^is later than to$/,
  ],
  ['quality.overview', { route_kind: 'X' }, 'route_kind', /DEMOULD/, /DEMOULD/],
  ['prodplan.risk_backtest', { percent: '33' }, 'percent', /^só pode ter: 10/, /^may only have: 10/],
] as const)('%s with %j is told in both languages', (name, raw, parameter, pt, en) => {
  expect(refused(name, raw)).toEqual([[parameter, expect.stringMatching(pt), expect.stringMatching(en)]]);
});

it('what is right is not refused', () => {
  expect(refused('prodplan.orders', { limit: '5', state: 'DONE' })).toEqual([]);
});
