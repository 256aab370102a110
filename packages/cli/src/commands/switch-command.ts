import {
  toUnicodeDomain,
  type CallOptions,
  type DomainName,
  type Registrar,
} from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import type { Field } from '../output/record.js';
import { yesNo } from '../output/yes-no.js';
import { readSwitchWord } from '../input/read-switch-word.js';
import { showRecord } from '../session/show.js';
import type { Command } from './command.js';

interface Texts extends Pick<Command, 'name' | 'summary' | 'about'> {
  /** What the state is called. */
  readonly state: string;
}

interface Calls<State> {
  readonly read: (registrar: Registrar, domain: string, options: CallOptions) => Promise<State>;
  readonly write: (
    registrar: Registrar,
    wanted: { readonly domain: string; readonly on: boolean },
    options: CallOptions,
  ) => Promise<State>;
  readonly isOn: (state: State) => boolean;
}

/** A command that shows a setting with two states, or puts it into one of them; it never toggles. */
export function switchCommand<State extends { readonly domain: DomainName }>(
  { state, ...texts }: Texts,
  { read, write, isOn }: Calls<State>,
): Command {
  const { name } = texts;
  const fieldsOf = (found: State): readonly Field[] => [
    ['domain', toUnicodeDomain(found.domain)],
    [state, yesNo(isOn(found))],
  ];
  return {
    ...texts,
    usage: [`${name} <name> [on|off]`],
    options: connectionOptions,
    examples: [`registrar ${name} example.com`, `registrar ${name} demo-bakery.com off --simulate`],
    async run({ words }, session) {
      const { domain, on } = readSwitchWord(words, name);
      const registrar = await session.connect(on === undefined ? 'read' : 'change', { domain });
      const { callOptions } = session;
      const found = await (on === undefined
        ? read(registrar, domain, callOptions)
        : write(registrar, { domain, on }, callOptions));
      return showRecord(found, fieldsOf, session);
    },
  };
}
