import { onText, pick, type Mutate } from './mutation.js';

const isXml = (text: string): boolean => text.trimStart().startsWith('<');

/** Puts something behind the first start tag, or as the first field of the JSON object. */
function inside(text: string, xml: string, json: string): string {
  if (isXml(text)) return text.replace(/(<[A-Za-z][^>]*>)/, (tag) => tag + xml);
  return /^\s*\{\s*\}/.test(text) ? `{${json}}` : text.replace(/\{/, () => `{${json},`);
}

function before(text: string, piece: string): string {
  return text.replace(/^(\s*<\?xml[^>]*\?>)?/, (declaration) => declaration + piece);
}

const depths = [65, 200, 10_000];
const bomb = [
  '<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa">',
  ...Array.from('bcdefghij', (name, index) => {
    const inner = `&${'abcdefghij'[index] ?? 'a'};`;
    return `<!ENTITY ${name} "${inner.repeat(10)}">`;
  }),
  ']>',
].join('');

/** What the formats allow, or once allowed, and no vendor sends. */
export const documentMutations = {
  'deep nesting': onText((text, { a, b }) => {
    const depth = pick(depths, a);
    const json =
      b % 2 === 0
        ? `"deep":${'['.repeat(depth)}${']'.repeat(depth)}`
        : `"deep":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    return inside(text, '<a>'.repeat(depth) + '</a>'.repeat(depth), json);
  }),
  'unclosed nesting': onText((text, { a }) => {
    const depth = pick(depths, a);
    return inside(text, '<a>'.repeat(depth), `"deep":${'['.repeat(depth)}`);
  }),
  'second root': onText((text, { a }) => (a % 2 === 0 ? text + text : `${text}\n<more/>`)),
  'text around': onText((text, { a }) => (a % 2 === 0 ? `garbage ${text}` : `${text} garbage`)),
  DTD: onText((text, { a }) =>
    before(
      text,
      a % 2 === 0
        ? '<!DOCTYPE ApiResponse SYSTEM "file:///etc/passwd">'
        : '<!DOCTYPE r [<!ENTITY x SYSTEM "http://192.0.2.1/x">]>',
    ),
  ),
  'entity bomb': onText((text) => inside(before(text, bomb), '<b>&j;</b>', '"bomb":"&j;"')),
  'many character references': onText((text, { a }) =>
    inside(
      text,
      `<b>${'&#x41;'.repeat(1 + (a % 20_000))}</b>`,
      `"b":"${'\\u0041'.repeat(1 + (a % 20_000))}"`,
    ),
  ),
  CDATA: onText((text, { a }) =>
    isXml(text)
      ? text.replace(/>([^<>]+)</g, (_all, words: string) =>
          a % 2 === 0 ? `><![CDATA[${words}]]><` : `><![CDATA[${words}<`,
        )
      : `<![CDATA[${text}]]>`,
  ),
  'processing instruction': onText((text) =>
    inside(text, '<?php system("id"); ?><?xml version="9"?>', '"?":"<?x?>"'),
  ),
  comment: onText((text, { a }) =>
    a % 2 === 0
      ? inside(text, '<!-- <Error Number="1"/> -- -->', '/* x */"c":1')
      : `<!--x-->${text}`,
  ),
  namespaces: onText((text) =>
    text.replace(/<(\/?)([A-Za-z])/g, '<$1n:$2').replace(/<n:([A-Za-z]+)/, '<n:$1 xmlns:n="urn:n"'),
  ),
  nothing: onText((_text, { a }) =>
    pick(['', ' ', '\n', 'null', '[]', '{}', '""', '0', 'true', '<x/>', '<ApiResponse/>', 'OK'], a),
  ),
  'web page': onText((text, { a }) =>
    pick(
      [
        '<!DOCTYPE html><html><body>Sorry</body></html>',
        `<html><body><pre>${text}</pre></body></html>`,
        '<html><head><title>Log in</title></head></html>',
        'Service unavailable',
      ],
      a,
    ),
  ),
} satisfies Record<string, Mutate>;
