import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { readConfig } from '../platform/config.js';
import { addressesForOthers } from './serve-addresses.js';

const one = (address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo =>
  ({ address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }) as NetworkInterfaceInfo;

const interfaces = {
  lo: [one('127.0.0.1', 'IPv4', true), one('::1', 'IPv6', true)],
  eth0: [one('192.168.1.20', 'IPv4'), one('2001:db8::20', 'IPv6'), one('fe80::1', 'IPv6')],
};

const told = (host: string, env: Record<string, string> = {}): string[] =>
  addressesForOthers({ host, port: 8080, http: readConfig(env).http }, interfaces);

it.each([
  ['127.0.0.1', {}, []],
  ['::1', {}, []],
  ['localhost', { PRODPLAN_ALLOWED_HOSTS: 'prodplan.fabrica.pt' }, []],
  ['0.0.0.0', {}, ['http://192.168.1.20:8080']],
  ['::', {}, ['http://192.168.1.20:8080', 'http://[2001:db8::20]:8080']],
  ['192.168.1.20', {}, ['http://192.168.1.20:8080']],
  ['2001:db8::20', {}, ['http://[2001:db8::20]:8080']],
  [
    '0.0.0.0',
    { PRODPLAN_ALLOWED_HOSTS: 'Prodplan.fabrica.pt,localhost' },
    ['http://prodplan.fabrica.pt:8080'],
  ],
  ['0.0.0.0', { PRODPLAN_TLS_CERT: 'a.pem', PRODPLAN_TLS_KEY: 'b.pem' }, ['https://192.168.1.20:8080']],
])('bound to %s with %j others call %j', (host, env, expected) => {
  expect(told(host, env as Record<string, string>)).toEqual(expected);
});
