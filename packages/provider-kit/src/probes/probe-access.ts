import type { AccountScope, Environment, Evidence, QuotaLimits } from '@registrar-kit/core';

/** Where a provider's interface is reached. */
export interface ProbeEndpoint {
  readonly environment: Environment;
  readonly url: URL;
  /** http, https or socks5 URL. */
  readonly proxy: string | undefined;
  /** Whether the registrar is called by IPv4 only. @defaultValue false */
  readonly ipv4Only?: boolean;
}

/** What the probes that all providers share must know of one: everything out of its own checked settings. */
export interface ProbeAccess<Settings extends object> {
  /** As the provider object has it, with its own type. */
  readonly parseConfig: (config: unknown) => Settings;
  readonly endpoint: (settings: Settings) => ProbeEndpoint;
  /** What shows in the settings alone: the shape of the credentials, the environment against the host, the remedies. */
  readonly evidence: (settings: Settings) => Evidence;
  /** The address that the configuration tells the registrar. @defaultValue the registrar is told none */
  readonly clientIp?: (settings: Settings) => string | undefined;
  /** Echo services that the configuration names. @defaultValue three public ones */
  readonly echoServices?: (settings: Settings) => readonly string[] | undefined;
  readonly quota: (settings: Settings) => {
    readonly scope: AccountScope;
    readonly limits: QuotaLimits;
  };
  /**
   * The same credentials for the other environment; `undefined` when nobody says where that is.
   *
   * @param baseUrl - where the other environment is, for configurations with a `baseUrl` of their own
   */
  readonly inOtherEnvironment: (settings: Settings, baseUrl: string | undefined) => unknown;
}
