import {
  parseDomainName,
  toUnicodeDomain,
  type EmailForwards,
  type UrlForward,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import { refuseOptions } from '../arguments/refuse-options.js';
import type { ExitCode } from '../exit-codes.js';
import { forwardFields, mailLines, urlField } from '../forwards/forward-fields.js';
import { readForwards } from '../forwards/read-forwards.js';
import { oneName } from '../input/one-name.js';
import type { Session } from '../session/session.js';
import { showRecord } from '../session/show.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar forwards`. */
export const forwards: Command = {
  name: 'forwards',
  summary: 'where visitors and mail of a domain are sent on to',
  usage: [
    'forwards [show] <name>',
    'forwards url <name> <address>|off [--frame]',
    'forwards mail <name> <mailbox> <address>|off',
  ],
  about: [
    'url sends visitors of the domain itself on; with --frame they see the other site under the old address. mail sends on what comes for one mailbox (the part before the @, or * for all) and leaves the others as they are. Both need a configuration or --simulate.',
    'The forwards work while the registrar serves the zone of the domain; some registrars keep them as records of it.',
  ],
  options: [...connectionOptions, 'frame'],
  examples: [
    'registrar forwards demo-bakery.com',
    'registrar forwards url demo-bakery.com https://www.example.org/ --simulate',
    'registrar forwards mail demo-bakery.com orders team@example.net --simulate',
  ],
  async run({ words, values }, session) {
    const { verb = 'show', rest } = readVerb(words, ['show', 'url', 'mail'], 'forwards');
    if (verb !== 'url') refuseOptions(values, ['frame'], `forwards ${verb}`);
    if (verb === 'url') return setUrl(rest, values.frame === true, session);
    if (verb === 'mail') return setMail(rest, session);
    const domain = oneName(rest, 'forwards');
    const registrar = await session.connect('read', { domain });
    const found = await readForwards(registrar, domain, session.callOptions);
    return showRecord(found, forwardFields, session);
  },
};

async function setUrl(
  [domain, target, extra]: readonly string[],
  frame: boolean,
  session: Session,
): Promise<ExitCode> {
  if (domain === undefined || target === undefined || extra !== undefined)
    throw new UsageError(
      'forwards url needs a domain name and one address, or off',
      'for example: registrar forwards url example.com https://www.example.org/',
    );
  const registrar = await session.connect('zone', { domain });
  const { callOptions } = session;
  const fieldsOf = (found: UrlForward) =>
    [['domain', toUnicodeDomain(found.domain)], urlField(found)] as const;
  if (target === 'off') {
    await registrar.deleteUrlForward({ domain }, callOptions);
    return showRecord({ domain: parseDomainName(domain), target: null }, fieldsOf, session);
  }
  const kind = frame ? 'frame' : 'redirect';
  return showRecord(
    await registrar.setUrlForward({ domain, target, kind }, callOptions),
    fieldsOf,
    session,
  );
}

async function setMail(
  [domain, mailbox, target, extra]: readonly string[],
  session: Session,
): Promise<ExitCode> {
  if (domain === undefined || mailbox === undefined || target === undefined || extra !== undefined)
    throw new UsageError(
      'forwards mail needs a domain name, a mailbox and one address, or off',
      'for example: registrar forwards mail example.com info team@example.net',
    );
  const registrar = await session.connect('zone', { domain });
  const { callOptions } = session;
  const wanted = mailbox.trim().toLowerCase();
  const before = await registrar.getEmailForwards({ domain }, callOptions);
  const others = before.forwards.filter((forward) => forward.mailbox !== wanted);
  const changed = target === 'off' ? [] : [{ mailbox: wanted, forwardTo: target }];
  const found = await registrar.setEmailForwards(
    { domain, forwards: [...others, ...changed] },
    callOptions,
  );
  return showRecord(
    found,
    ({ forwards: all }: EmailForwards) => [
      ['domain', toUnicodeDomain(found.domain)],
      ['mail', mailLines(found.domain, all)],
    ],
    session,
  );
}
