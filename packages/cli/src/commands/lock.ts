import { switchCommand } from './switch-command.js';

/** `registrar lock`. */
export const lock = switchCommand(
  {
    name: 'lock',
    summary: 'show or set the lock against transfers',
    about: [
      'The lock of the registrar: while it is on, nobody can move the domain elsewhere. Some endings have none. on and off need a configuration or --simulate.',
    ],
    state: 'locked',
  },
  {
    read: (registrar, domain, options) => registrar.getLock({ domain }, options),
    write: (registrar, { domain, on }, options) =>
      registrar.setLock({ domain, locked: on }, options),
    isOn: ({ locked }) => locked,
  },
);
