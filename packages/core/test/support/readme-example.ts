import { isRegistrarError, type ContactSet, type Registrar } from '@registrar-kit/core';

export async function buy(
  registrar: Registrar,
  domain: string,
  contacts: ContactSet,
  orderId: string,
): Promise<string> {
  const price = await registrar.quote({ operation: 'registerDomain', domain });
  try {
    const order = { domain, years: price.years, contacts, price };
    const result = await registrar.registerDomain(order, { idempotencyKey: orderId });
    return `${result.domain} is ${result.status}`;
  } catch (error) {
    if (!isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
    // It may have been bought. Do not order again: keep the handle and ask what became of it.
    const { status } = await registrar.reconcileOperation({ operation: error.handle });
    return `${domain} is ${status}`;
  }
}
