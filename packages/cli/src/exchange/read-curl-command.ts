import type { ForeignRequest } from '@registrar-kit/core';
import { splitShellWords } from './split-shell-words.js';

/** A request as a curl command has it, and what stands behind the command. */
export interface CurlCommand {
  readonly request: ForeignRequest;
  readonly rest: string;
}

/** Options with a value, by what they mean here; every other one is a switch. */
const valued: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  u: 'user',
  b: 'cookie',
  A: 'user-agent',
  e: 'referer',
  ...Object.fromEntries(Array.from('oxUmwcETFKDCrYyzt', (letter) => [letter, 'other'])),
  ...Object.fromEntries(
    'request header data data-urlencode user cookie user-agent referer url json'
      .split(' ')
      .map((name) => [name, name]),
  ),
  'data-raw': 'data',
  'data-binary': 'data',
  'data-ascii': 'data',
  ...Object.fromEntries(
    'output proxy proxy-user max-time connect-timeout write-out cookie-jar cert key cacert capath form resolve interface retry config ciphers upload-file preproxy socks5 socks5-hostname'
      .split(' ')
      .map((name) => [name, 'other']),
  ),
};

/** Reads a `curl` command line, such as developer tools copy it, at the beginning of a text. `undefined` when there is none. */
export function readCurlCommand(text: string): CurlCommand | undefined {
  const start = /^\s*(?:[$#]\s+)?(?=curl\s)/.exec(text);
  if (start === null) return undefined;
  const { words, rest } = splitShellWords(text.slice(start[0].length));
  const options = readOptions(words.slice(1));
  const of = (name: string): readonly string[] =>
    options.filter((option) => option.name === name).map(({ value }) => value);
  const [url] = [...of('url'), ...of('')];
  if (url === undefined) return undefined;
  const data = options.flatMap(({ name, value }) =>
    name === 'data' || name === 'json'
      ? [value]
      : name === 'data-urlencode'
        ? [encoded(value)]
        : [],
  );
  // What curl would read from a file is not known.
  const body = data.some((each) => each.startsWith('@')) ? undefined : data.join('&');
  const inUrl = options.some(({ name }) => name === 'get' || name === 'G');
  const sends = data.length > 0 && !inUrl;
  return {
    request: {
      method: of('request')[0] ?? (sends ? 'POST' : 'GET'),
      url:
        inUrl && body !== undefined && body !== ''
          ? `${url}${url.includes('?') ? '&' : '?'}${body}`
          : url,
      headers: headersOf(options, sends),
      ...(sends && body !== undefined ? { body } : {}),
    },
    rest,
  };
}

interface CurlOption {
  /** Empty for a word that belongs to no option. */
  readonly name: string;
  readonly value: string;
}

function readOptions(words: readonly string[]): readonly CurlOption[] {
  const found: CurlOption[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word.startsWith('--')) {
      const name = word.slice(2);
      const meaning = valued[name];
      found.push(
        meaning === undefined ? { name, value: '' } : { name: meaning, value: left.shift() ?? '' },
      );
    } else if (/^-[^-]/.test(word)) {
      // -sX POST and -XPOST
      const letters = Array.from(word.slice(1));
      const at = letters.findIndex((letter) => valued[letter] !== undefined);
      const switches = at === -1 ? letters : letters.slice(0, at);
      found.push(...switches.map((name) => ({ name, value: '' })));
      if (at === -1) continue;
      const attached = letters.slice(at + 1).join('');
      found.push({
        name: valued[letters[at] ?? ''] ?? '',
        value: attached === '' ? (left.shift() ?? '') : attached,
      });
    } else found.push({ name: '', value: word });
  }
  return found;
}

/** The headers that are given, and those that curl adds by itself. */
function headersOf(options: readonly CurlOption[], sends: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of options) {
    const [, field, text] = /^([^:]+):\s*(.*)$/.exec(value) ?? [];
    if (name === 'header' && field !== undefined) headers[field.toLowerCase()] = text ?? '';
    if (name === 'user')
      headers['authorization'] ??= `Basic ${Buffer.from(value).toString('base64')}`;
    if (name === 'cookie') headers['cookie'] ??= value;
  }
  if (sends)
    headers['content-type'] ??= options.some(({ name }) => name === 'json')
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
  return headers;
}

/** `name=text`, of which the text is encoded; a text alone is encoded as a whole. */
function encoded(value: string): string {
  const [, name = '', text = ''] = /^([^=@]*)=([\s\S]*)$/.exec(value) ?? ['', '', value];
  return name === '' ? encodeURIComponent(text) : `${name}=${encodeURIComponent(text)}`;
}
