import type {
  CallOptions,
  DomainName,
  EmailForward,
  Registrar,
  UnsupportedCapability,
  UrlForward,
} from '@registrar-kit/core';

/** Where a domain sends visitors and mail on to. What the registrar does not offer says why instead. */
export interface Forwards {
  readonly domain: DomainName;
  readonly url: Omit<UrlForward, 'domain'> | UnsupportedCapability;
  readonly email: readonly EmailForward[] | UnsupportedCapability;
}

/** Reads both kinds of forwards, or the one that the registrar offers. */
export async function readForwards(
  registrar: Registrar,
  domain: string,
  options: CallOptions,
): Promise<Forwards> {
  const { getUrlForward, getEmailForwards } = registrar.capabilities;
  if (getUrlForward.support === 'unsupported') {
    const { forwards, ...found } = await registrar.getEmailForwards({ domain }, options);
    return { ...found, url: getUrlForward, email: forwards };
  }
  const { domain: name, ...url } = await registrar.getUrlForward({ domain }, options);
  if (getEmailForwards.support === 'unsupported')
    return { domain: name, url, email: getEmailForwards };
  const { forwards } = await registrar.getEmailForwards({ domain }, options);
  return { domain: name, url, email: forwards };
}
