import { askEchoService, type EchoQuestion } from './ask-echo-service.js';
import { compareAnswers } from './compare-answers.js';
import type { EgressReading } from './egress-reading.js';

/** Whom to ask for the egress address, and how. */
export interface ReadEgressOptions extends EchoQuestion {
  /** URLs that answer with the caller's address, as plain text or as JSON `{ "ip": … }`: https, or http on loopback. */
  readonly echoServices: readonly string[];
}

/**
 * Asks every echo service, over IPv4 only and through the proxy if there is one, from which address they see this machine,
 * and compares the answers.
 *
 * Never throws for what a service does or does not answer: that stands in `answers`. When the signal is aborted, the services
 * that have not answered yet are left with an error.
 */
export async function readEgressAddress(options: ReadEgressOptions): Promise<EgressReading> {
  return compareAnswers(
    await Promise.all(options.echoServices.map((service) => askEchoService(service, options))),
  );
}
