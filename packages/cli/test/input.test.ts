import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readJson } from '../src/input/read-json.js';
import { namesIn } from '../src/input/read-names.js';
import { runCommand, temporaryFolder } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder.path, name), content);
  return name;
};

describe('names in a text', () => {
  it('stand one a line, with comments and empty lines between them', () => {
    expect(namesIn('\ufeffexample.com\r\n# comment\n\n  münchen.de  \rexample.net')).toEqual([
      'example.com',
      'münchen.de',
      'example.net',
    ]);
  });

  it('can be ten thousand', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `name-${String(index)}.com`).join(
      '\n',
    );
    expect(namesIn(text)).toHaveLength(10_000);
  });
});

describe('JSON that is wrong', () => {
  it.each([
    ['{\n  "apiKey": "CANARY-KEY" oops\n}', 'is not JSON: look at line 2, column 26'],
    ['{ "apiKey": "CANARY-KEY"', 'is not JSON'],
    ['CANARY-KEY', 'is not JSON'],
    ['', 'is empty'],
    ['\ufeff{}', undefined],
  ])('%j is located without quoting it', (text, problem) => {
    const reading = readJson(text);
    expect(reading.ok ? undefined : reading.problem).toEqual(
      problem === undefined ? undefined : expect.stringContaining(problem),
    );
    expect(JSON.stringify(reading)).not.toContain('CANARY');
  });
});

describe('input that cannot be used', () => {
  it.each([
    [['check', '--file', 'missing.txt'], 'cannot read missing.txt: there is no such file'],
    [['check', '--file', '.'], 'it is a folder'],
    [['check', '--file', write('empty.txt', '# none\n')], 'no names are given'],
    [
      ['check', '--file', write('binary.txt', Buffer.from([0xff, 0xfe, 0x65]))],
      'is not UTF-8 text',
    ],
    [['check'], 'no names are given'],
    [['check', 'a.com', '--provider', 'namechep'], 'did you mean namecheap?'],
    [['check', 'a.com', '--provider', 'godaddy'], 'choose one of: namecheap, domain-name-api'],
    [['check', 'a.com', '--environment', 'prod'], '--environment is "prod"'],
    [['check', 'a.com', '--config', 'missing.json'], 'missing.json: does not exist'],
    [['quote'], 'quote needs an operation'],
    [['quote', 'regster', 'a.com'], 'did you mean register?'],
    [['quote', 'register'], 'needs a domain name'],
    [['quote', 'register', 'a.com', 'b.com'], '"b.com" is one too many'],
    [['quote', 'register', 'a.com', '--years', 'two'], '--years is "two"'],
    [['quote', 'register', 'a.com', '--years', '11'], 'from 1 to 10'],
    [['show'], 'show needs a domain name'],
    [['list', 'a.com'], 'list takes no arguments'],
    [['list', '--limit', '0'], '--limit is "0"'],
    [['prices', '--operation', 'buy'], '"buy" is nothing that has a price'],
    [['nameservers', 'set', 'a.com'], 'needs a domain name and name servers'],
    [['nameservers', 'a.com', '--nameservers', 'ns1.a.com'], 'goes with "nameservers set"'],
    [['simulate'], 'simulate needs a provider'],
    [['simulate', 'godaddy'], 'there is no provider "godaddy"'],
    [['simulate', 'namecheap', '--port', '70000'], 'from 0 to 65535'],
    [['register', 'a.com', '--listed'], 'a registration needs contacts'],
    [
      ['register', 'a.com', '--listed', '--contacts', write('bad.json', '{"firstName":"CANARY",}')],
      'is not JSON',
    ],
    [
      ['register', 'a.com', '--listed', '--contacts', write('list.json', '[]')],
      'list.json is not a JSON object',
    ],
    [
      ['register', 'a.com', '--listed', '--contacts', write('none.json', '{"admin":{}}')],
      'none.json has no "registrant"',
    ],
    [
      ['register', 'a.com', '--contacts', 'list.json', '--max-price', '12,50'],
      'give an amount such as 12.50',
    ],
    [['register', 'a.com', '--max-price', '1', '--currency', 'usd'], '--currency is "usd"'],
    [['register', 'a.com', '--max-price', '1', '--listed'], 'exclude each other'],
    [['register', 'a.com', '--currency', 'USD', '--listed'], '--currency goes with --max-price'],
    [['register', 'a.com', '--listed', '--lock', '--no-lock'], '--lock and --no-lock exclude'],
    [['renew', 'a.com', '--listed', '--expires', '2026-02-30'], '--expires is "2026-02-30"'],
  ])('%j ends with 2 and says why', async (argv, reason) => {
    const people = await runCommand(argv, { folder: folder.path });
    expect(people.stderr.replace(/\s+/g, ' ')).toContain(reason);
    expect(people).toMatchObject({ code: 2, stdout: '' });
    const programs = await runCommand([...argv, '--json'], { folder: folder.path });
    expect(programs.code).toBe(2);
    expect(programs.json()).toEqual({
      error: expect.objectContaining({ message: expect.any(String), code: expect.any(String) }),
      simulated: false,
    });
    expect(people.stderr + programs.stdout).not.toContain('CANARY');
  });

  it.each([['register'], ['renew']])(
    'without a terminal and without a price, %s names the options',
    async (command) => {
      const { code, stderr } = await runCommand([command, 'a.com', '--simulate'], {
        folder: folder.path,
        stdin: '',
      });
      expect(code).toBe(2);
      expect(stderr).toContain('--max-price');
      expect(stderr).toContain('--listed');
    },
  );
});
