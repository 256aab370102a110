import {
  createRegistrar,
  type OperationJournal,
  type Registrar,
  type RegistrarProvider,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';

/** The only place that names providers; tests hand in others. */
export function openRegistrar(
  config: unknown,
  journal: OperationJournal,
  providers: readonly RegistrarProvider[] = [namecheap, domainNameApi],
): Registrar {
  return createRegistrar(config, providers, { journal });
}
