import { expect, it } from '@jest/globals';
import { commandFor } from '../src/session/command-for.js';

it.each([
  [{}, 'registrar operations reconcile a1b2'],
  [{ simulate: true }, 'registrar operations reconcile a1b2 --simulate'],
  [
    { provider: 'namecheap', environment: 'live', config: './my.json' },
    'registrar operations reconcile a1b2 --provider namecheap --config ./my.json --environment live',
  ],
  [{ registrar: 'second' }, 'registrar operations reconcile a1b2 --registrar second'],
  [
    { config: "it's; rm -rf $HOME.json" },
    "registrar operations reconcile a1b2 --config 'it'\\''s; rm -rf $HOME.json'",
  ],
  // What the order itself was about does not belong to it.
  [{ years: '2', json: true }, 'registrar operations reconcile a1b2'],
])('the next command leads to the same account: %j', (values, command) => {
  expect(commandFor(['operations', 'reconcile', 'a1b2'], values)).toBe(command);
});
