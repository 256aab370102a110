/** What fields, parameters, headers and elements with a secret are called, whoever named them. */
const secretNames =
  'api[-_. ]?key|auth[-_]?code|epp[-_]?code|transfer[-_]?(?:code|key|secret)|pass(?:word|wd|phrase)|pwd|secret|token|authori[sz]ation|credentials?|signature|session|jwt|bearer';
const secretName = new RegExp(`(?:${secretNames})[\\w-]{0,20}`, 'gi');
/** Between a name and its value: quotes, brackets, separators, tags, what announces a part of a form. */
const between =
  /^(?:&quot;|<!\[CDATA\[|<!--[^<>]{0,80}-->|<[^<>]{0,80}>|content-type:[^\r\n]{0,80}|\bvalue\b|\b[ub](?=['"])|[^\w<&]){1,40}/i;
const value = /^[^\s"'<>&,;()[\]{}\\]{4,500}/;
/** In quotes and between tags a value may stand on several lines. */
const enclosedValue = /^[^"'<>]{4,500}(?=["'<\]])/;
/** Enough for any value, behind any of the above. */
const READ_BEHIND_NAME = 1000;
const SHORTEST_KEY = 20;

/** Whether a name is one of a field that holds a secret. */
export function namesSecret(name: string): boolean {
  return (
    new RegExp(secretNames, 'i').test(name) || /^cookie$|^set-cookie$|^x-.*(?:key|auth)/i.test(name)
  );
}

/**
 * What stands behind the name of a secret in a text, in whatever form: JSON inside JSON, XML, a part of a form, a dump of
 * PHP or Python.
 *
 * @param sure - only where a colon, an equals sign or a tag stands between them and the value has a digit: in running text the
 * word behind "API key" is no key
 */
export function secretsBehindNames(text: string, sure: boolean): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(secretName)) {
    const rest = text.slice(match.index + match[0].length).slice(0, READ_BEHIND_NAME);
    const gap = between.exec(rest)?.[0] ?? '';
    const behind = rest.slice(gap.length);
    const enclosed = /["'>[]\s*$/.test(gap) ? enclosedValue.exec(behind)?.[0].trim() : undefined;
    for (const secret of [enclosed, value.exec(behind)?.[0]]) {
      if (gap === '' || secret === undefined || secret.startsWith('[redacted')) continue;
      if (sure ? /[:=<>]/.test(gap) && /\d/.test(secret) : secret.length >= 8) found.push(secret);
    }
  }
  return found;
}

/** Replaces what looks like a key although nothing calls it one: a long run of letters and digits. A UUID is an id. */
export function hideKeyLike(text: string): string {
  return text.replace(/[A-Za-z0-9_]{20,}/g, (run) => {
    const digits = run.replace(/\D/g, '').length;
    const letters = run.replace(/[^A-Za-z]/g, '').length;
    return run.length >= SHORTEST_KEY && digits >= 3 && letters >= 3 ? '[redacted]' : run;
  });
}

/** One layer of percent-encoding, of JSON's escapes and of XML's entities less. */
export function decodedOnce(text: string): string {
  return text
    .replace(/(?:%[\da-f]{2})+/gi, percentDecoded)
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&quot;/g, '"')
    .replace(/\\"/g, '"')
    .replace(/&amp;/g, '&');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Bytes that are no UTF-8 hold no key of anybody.
    return text;
  }
}
