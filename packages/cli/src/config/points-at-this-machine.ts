const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a configuration names an address of this machine, where a simulator may answer instead of the registrar. */
export function pointsAtThisMachine(config: Readonly<Record<string, unknown>>): boolean {
  const { provider } = config;
  const section = typeof provider === 'string' ? config[provider] : undefined;
  const baseUrl: unknown =
    (typeof section === 'object' && section !== null && 'baseUrl' in section
      ? section.baseUrl
      : undefined) ?? config['baseUrl'];
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) return false;
  return loopback.test(new URL(baseUrl).hostname);
}
