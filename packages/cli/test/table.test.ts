import { describe, expect, it } from '@jest/globals';
import { displayWidth, wrapText } from '../src/output/display-width.js';
import { renderRecord } from '../src/output/record.js';
import { painterFor } from '../src/output/style.js';
import { renderTable, type Column } from '../src/output/table.js';

interface Row {
  readonly name: string;
  readonly price: string;
  readonly note?: string;
}

const columns: readonly Column<Row>[] = [
  { header: 'NAME', cell: ({ name }) => name },
  { header: 'PRICE', cell: ({ price }) => price, align: 'right' },
  { header: 'NOTE', cell: ({ note }) => note ?? '' },
];
const plain = painterFor({ write: () => undefined }, {});
const table = (rows: readonly Row[], width?: number): string =>
  renderTable(rows, columns, { width, paint: plain });

describe('the width of a text', () => {
  it.each([
    ['example.com', 11],
    ['münchen.de', 10],
    ['mu\u0308nchen.de', 10],
    ['日本語.jp', 9],
    ['한국.kr', 7],
    ['ｱｲｳ', 3],
    ['ａｂ', 4],
    ['نامه\u200cای.com', 10],
    ['пример.рф', 9],
    ['', 0],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is kept when a text is wrapped, and nothing is lost', () => {
    const text = 'one two 日本語日本語日本語 three';
    const lines = wrapText(text, 7);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(7);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('a table', () => {
  it('aligns columns by what the terminal shows', () => {
    const text = table([
      { name: '日本語.jp', price: '9.98 USD' },
      { name: 'example.com', price: '110.28 USD', note: 'dear' },
    ]);
    expect(text).toBe(
      [
        'NAME              PRICE  NOTE',
        '日本語.jp      9.98 USD',
        'example.com  110.28 USD  dear',
        '',
      ].join('\n'),
    );
  });

  it('leaves out a column in which nothing stands', () => {
    expect(table([{ name: 'a.com', price: '1' }])).toBe('NAME   PRICE\na.com      1\n');
  });

  it('fits the terminal by wrapping its widest cells', () => {
    const note = 'holds a character that no domain name has; use letters, digits and hyphens only';
    const text = table([{ name: 'example.com', price: '10.28 USD', note }], 60);
    const lines = text.trimEnd().split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(60);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.map((line) => line.slice(24).trim()).join(' ')).toContain(note);
  });

  it('shows no control or direction characters', () => {
    const text = table([{ name: '\u001b[31mred\u202e.com', price: '1\n2' }]);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text.split('\n')).toHaveLength(3);
  });
});

describe('colour', () => {
  const terminal = { write: () => undefined, isTTY: true };
  it.each([
    ['on a terminal', terminal, {}, true],
    ['in a pipe', { write: () => undefined }, {}, false],
    ['with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['on a dumb terminal', terminal, { TERM: 'dumb' }, false],
  ])('%s', (_, sink, env, expected) => {
    expect(painterFor(sink, env)('red', 'text') !== 'text').toBe(expected);
  });
});

describe('a record', () => {
  it('puts values beside names and leaves out what is not known', () => {
    const text = renderRecord(
      [
        ['domain', 'example.com'],
        ['name servers', ['ns1.example.net', 'ns2.example.net']],
        ['privacy', ''],
        ['expires on', undefined],
      ],
      { width: 80, paint: plain },
    );
    expect(text).toBe(
      [
        'domain        example.com',
        'name servers  ns1.example.net',
        '              ns2.example.net',
        '',
      ].join('\n'),
    );
  });
});
