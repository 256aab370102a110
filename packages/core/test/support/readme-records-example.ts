import { isRegistrarError, type DnsRecord, type Registrar } from '@registrar-kit/core';

export async function addRecord(
  registrar: Registrar,
  domain: string,
  record: DnsRecord,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const plan = await registrar.planRecords({ domain, change: { add: [record] } });
    if (plan.losses.length > 0) throw new Error(`ask first: ${plan.losses.join('; ')}`);
    try {
      const { missing } = await registrar.applyRecords({ plan });
      if (missing.length > 0) throw new Error('somebody else wrote the zone meanwhile');
      return;
    } catch (error) {
      // Somebody else was faster. Their change is kept: plan anew on top of it.
      if (!isRegistrarError(error, 'INVALID_DOMAIN_STATE') || attempt === 5) throw error;
    }
  }
}
