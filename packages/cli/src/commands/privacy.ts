import { switchCommand } from './switch-command.js';

/** `registrar privacy`. */
export const privacy = switchCommand(
  {
    name: 'privacy',
    summary: 'show or set whether the contacts are hidden',
    about: [
      'While it is on, the public directory shows no contacts of the domain. Some endings do not permit it. on and off need a configuration or --simulate.',
    ],
    state: 'privacy',
  },
  {
    read: (registrar, domain, options) => registrar.getPrivacy({ domain }, options),
    write: (registrar, { domain, on }, options) =>
      registrar.setPrivacy({ domain, privacy: on }, options),
    isOn: (state) => state.privacy,
  },
);
