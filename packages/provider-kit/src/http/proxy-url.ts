/** User name and password of a proxy URL, decoded. */
export function proxyCredentials(
  url: URL,
): { readonly name: string; readonly password: string } | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { name: decode(url.username), password: decode(url.password) };
}

/** What must not be printed of a proxy URL: its password, decoded and as written. */
export function proxySecrets(proxy: string | undefined): readonly string[] {
  if (proxy === undefined) return [];
  const { password } = new URL(proxy);
  return password === '' ? [] : [password, decode(password)];
}

/** The same URL with the credentials in a form that every reader can decode. */
export function withCleanCredentials(url: URL): URL {
  const clean = new URL(url);
  clean.username = encodeURIComponent(decode(url.username));
  clean.password = encodeURIComponent(decode(url.password));
  return clean;
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
