import type { SimulatedCommand } from '../command.js';
import { succeed } from '../command-answer.js';
import { node } from '../xml-writer.js';

/** The world keeps no address book: there is the account's own address, which has the number 0. */
export const usersAddressGetList: SimulatedCommand = {
  name: 'namecheap.users.address.getList',
  operations: [],
  domains: () => [],
  run: () =>
    succeed(
      node('AddressGetListResult', {}, [
        node('List', { AddressId: '0', AddressName: 'Primary Address', IsDefault: 'true' }),
      ]),
    ),
};
