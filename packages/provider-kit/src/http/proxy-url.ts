/** `user:password` of a proxy URL, decoded. */
export function proxyCredentials(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return `${decode(url.username)}:${decode(url.password)}`;
}

/** What must not be printed of a proxy URL: its password, decoded and as written. */
export function proxySecrets(proxy: string | undefined): readonly string[] {
  if (proxy === undefined) return [];
  const { password } = new URL(proxy);
  return password === '' ? [] : [password, decode(password)];
}

export function withoutCredentials(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
