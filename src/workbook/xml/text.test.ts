import { expect, it } from 'vitest';
import { decodeText } from './text.js';

const decoded = (text: string): string => decodeText(Buffer.from(text), 0, Buffer.byteLength(text));

it('resolves the references of XML, and none that only every object of JavaScript knows', () => {
  expect(decoded('K1 &lt;longo&gt; &amp; K2&#10;&#x41;')).toBe('K1 <longo> & K2\nA');
  for (const name of ['toString', 'constructor', 'valueOf', 'nbsp'])
    expect(() => decoded(`K1 &${name}; K2`)).toThrow(`unknown reference &${name};`);
});
