import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from './day.ts';
import { filters, fold, openings, pages } from './lexicon.ts';
import { type Known, parse } from './parse.ts';

const known: Known = {
  phases: [
    { fase_id: 11, fase_nome: 'Por laminar' },
    { fase_id: 12, fase_nome: 'Laminagem' },
    { fase_id: 13, fase_nome: 'Retoque de laminagem' },
    { fase_id: 14, fase_nome: null },
  ],
  families: [
    { code: 'K1', pt: 'K1', en: 'K1' },
    { code: 'other', pt: 'outros', en: 'other' },
    { code: '?', pt: 'modelo desconhecido', en: 'unknown model' },
  ],
  day: '2023-04-30',
};
const first = (text: string): string | undefined => parse(text, known)[0]?.href;
const all = (text: string): string[] => parse(text, known).map(({ href }) => href);

describe('a command', () => {
  it.each([
    ['of 133938', '/barcos/133938'],
    ['133938', '/barcos/133938'],
    ['  Barco   133938 ', '/barcos/133938'],
    ['k1 atrasados', '/barcos?estado=OPEN&prazo=LATE&familia=K1'],
    ['late K1', '/barcos?estado=OPEN&prazo=LATE&familia=K1'],
    ['outros em risco', '/barcos?estado=OPEN&prazo=RISK&familia=other'],
    ['em produção', '/barcos?estado=IN_PROGRESS'],
    ['k1', '/barcos?estado=OPEN&familia=K1'],
    ['fase laminagem', '/barcos?estado=OPEN&fase=12'],
    ['phase retoque', '/barcos?estado=OPEN&fase=13'],
    ['expedição 19 mai', '/expedicoes/2023-05-19'],
    ['shipment May 19', '/expedicoes/2023-05-19'],
    ['expedicao 2022-12-01', '/expedicoes/2022-12-01'],
    ['19/5', '/expedicoes/2023-05-19'],
    ['qualidade', '/qualidade'],
    ['flow k1', '/fluxo?familia=K1'],
    ['nortada', '/barcos?texto=nortada'],
    ['k1 nortada', '/barcos?texto=k1+nortada'],
  ])('%s leads to %s', (text, href) => {
    expect(first(text)).toBe(href);
  });

  it('that may mean several things offers each, the nearest first', () => {
    expect(all('fase lamin')).toEqual([
      '/barcos?estado=OPEN&fase=12',
      '/barcos?estado=OPEN&fase=11',
      '/barcos?estado=OPEN&fase=13',
      '/barcos?texto=fase+lamin',
    ]);
    expect(all('expedi')).toEqual(['/expedicoes', '/barcos?texto=expedi']);
    expect(parse('', known)).toEqual([]);
    expect(parse('   ', known)).toEqual([]);
  });

  it('leads somewhere whatever is typed, to one place once, and keeps what was typed as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const found = all(text);
        if (fold(text) === '') {
          expect(found).toEqual([]);
          return;
        }
        expect(new Set(found).size).toBe(found.length);
        const plain = new URL(found.at(-1)!, 'http://x').searchParams.get('texto');
        if (found.length < 8) expect(plain).toBe(Array.from(text.trim()).slice(0, 100).join(''));
      }),
      { examples: [[' '], ['\u0301']] },
    );
  });

  it('is cut where it is too long, and never within a character', () => {
    const long = '🛶'.repeat(150);
    expect(new URL(first(long)!, 'http://x').searchParams.get('texto')).toBe('🛶'.repeat(100));
  });

  it('has words that are written as what is typed is folded', () => {
    const words = [...Object.keys(filters), ...pages.flatMap(([, , names]) => names)];
    for (const word of words) expect(word).toMatch(/^[a-z ]+$/);
    expect(openings).toHaveLength(3);
  });
});

describe('a day', () => {
  it.each([
    ['19 de maio', '2023-05-19'],
    ['19 Mai 2024', '2024-05-19'],
    ['1/12', '2022-12-01'],
    ['31-12-2021', '2021-12-31'],
    ['29 fev', '2024-02-29'],
    ['29 fev 2023', null],
    ['29 feb 2024', '2024-02-29'],
    ['31/4', null],
    ['32 mai', null],
    ['mai', null],
    ['19', null],
  ])('%s', (text, day) => expect(readDay(text, '2023-04-30')).toBe(day));

  it('without a year is the nearest to the file', () => {
    expect(readDay('2 jan', '2023-12-30')).toBe('2024-01-02');
    expect(readDay('30 dez', '2024-01-02')).toBe('2023-12-30');
  });
});
