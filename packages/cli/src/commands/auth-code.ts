import { parseDomainName, toUnicodeDomain } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { oneName } from '../input/one-name.js';
import { showRecord } from '../session/show.js';
import type { Command } from './command.js';

/** `registrar auth-code`. */
export const authCode: Command = {
  name: 'auth-code',
  summary: 'the code with which a domain can leave',
  usage: ['auth-code <name> [--reveal]'],
  about: [
    'Whoever has the code can move the domain to another registrar, so it is printed with --reveal only, on standard output. Without --reveal this tells whether there is one.',
  ],
  options: [...connectionOptions, 'reveal'],
  examples: [
    'registrar auth-code example.com',
    'registrar auth-code ornek-bakery.com --reveal --provider domain-name-api --simulate',
  ],
  async run({ words, values }, session) {
    const typed = oneName(words, 'auth-code');
    const registrar = await session.connect('read', { domain: typed });
    const found = await registrar.getAuthCode({ domain: typed }, session.callOptions);
    const domain = parseDomainName(typed);
    const shown = values.reveal === true ? found.authCode.reveal() : found.authCode.toString();
    return showRecord(
      { domain, authCode: shown },
      () => [
        ['domain', toUnicodeDomain(domain)],
        ['auth code', values.reveal === true ? shown : 'there is one; --reveal prints it'],
      ],
      session,
    );
  },
};
