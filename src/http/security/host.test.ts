import { describe, expect, it } from 'vitest';
import { hostName } from './host.js';

const names: readonly (readonly [header: string, name: string])[] = [
  ['localhost', 'localhost'],
  ['LOCALHOST:8080', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['127.0.0.1:1', '127.0.0.1'],
  ['127.0.0.1:65535', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['[::1]:8080', '[::1]'],
  ['[::FFFF:127.0.0.1]', '[::ffff:7f00:1]'],
  ['[0:0:0:0:0:0:0:1]:80', '[::1]'],
  ['prodplan.fabrica.pt.', 'prodplan.fabrica.pt'],
  ['xn--fbrica-pta.pt', 'xn--fbrica-pta.pt'],
  ['prodplan_api', 'prodplan_api'],
  ['3d.example', '3d.example'],
  // RFC 9112: a port may be empty.
  ['localhost:', 'localhost'],
  [`${'a'.repeat(63)}.pt`, `${'a'.repeat(63)}.pt`],
];

const none: readonly string[] = [
  ...['', ' ', ':', ':8080', '.', '..', 'a..b', '.a', '-a.pt', 'a-.pt', 'a b', 'a\tb', 'a,b', '*', '*.pt'],
  ...[
    'localhost:0',
    'localhost:65536',
    'localhost:99999',
    'localhost:123456',
    'localhost:+80',
    'localhost:8o',
  ],
  ...[
    'localhost:80:80',
    '::1',
    '[::1',
    '::1]',
    '[]',
    '[]:80',
    '[127.0.0.1]',
    '[::1]x',
    'x[::1]',
    '[fe80::1%25eth0]',
  ],
  ...[
    '[::1%lo]',
    '[[::1]]',
    '[::g]',
    '[1:2:3:4:5:6:7:8:9]',
    '[v1.x]',
    '127.0.0.1/evil',
    '127.0.0.1?x',
    '127.0.0.1#x',
  ],
  ...[
    'evil@127.0.0.1',
    'http://127.0.0.1',
    '127.0.0.1\\x',
    '%6cocalhost',
    'localhost%00',
    'fábrica.pt',
    '１２７.0.0.1',
  ],
  ...[
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '127.0.0.1.',
    '127.0.0.256',
    '1.2.3.4.5',
    'a.1',
    'a"b',
    "a'b",
  ],
  ...[
    'xn--fbrica-xna.pt',
    '<b>',
    'a|b',
    'a;b',
    'a(b)',
    'a=b',
    'a&b',
    'a+b',
    'a$b',
    'a!b',
    'a~b',
    `${'a'.repeat(64)}.pt`,
  ],
  ...[`${'a.'.repeat(127)}pt`, 'a'.repeat(300)],
];

describe('a Host', () => {
  it.each(names)('%j is the host %j', (header, name) => {
    expect(hostName(header)).toBe(name);
  });

  it.each(none)('%j is none', (header) => {
    expect(hostName(header)).toBeNull();
  });
});
