import { createDemoWorld, ManualClock, type RegistryWorld } from '@registrar-kit/testing';
import {
  createNamecheapSimulator,
  type NamecheapSimulatorOptions,
} from '@registrar-kit/namecheap/simulator';
import { WireClient } from './wire-client.js';

/** A simulated vendor, spoken to in its own format. */
export interface SimulatedWire {
  readonly world: RegistryWorld;
  readonly clock: ManualClock;
  readonly wire: WireClient;
}

export function simulatedWire(options: Partial<NamecheapSimulatorOptions> = {}): SimulatedWire {
  const clock = new ManualClock();
  const world = createDemoWorld({ clock });
  const simulator = createNamecheapSimulator({ world, quota: { windows: [] }, ...options });
  return { world, clock, wire: new WireClient(simulator) };
}

/** The four sets of contacts, as every command wants them that has any. */
export const fourContacts: Readonly<Record<string, string>> = Object.fromEntries(
  ['Registrant', 'Tech', 'Admin', 'AuxBilling'].flatMap((role) =>
    Object.entries({
      FirstName: 'Ada',
      LastName: 'Example',
      Address1: '1 Example Street',
      City: 'Springfield',
      StateProvince: 'IL',
      PostalCode: '62701',
      Country: 'US',
      Phone: '+1.2025550123',
      EmailAddress: 'ada@example.com',
    }).map(([field, value]) => [`${role}${field}`, value]),
  ),
);

/** The element that stands alone inside `CommandResponse`, as it was written. */
export function inside(body: string): string {
  const [, content = ''] =
    /<CommandResponse [^>]*>\r\n([\s\S]*?)\r\n {2}<\/CommandResponse>/.exec(body) ?? [];
  return content.replace(/^ {4}/gm, '').replaceAll('\r\n', '\n');
}
