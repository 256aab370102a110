/** Too short a piece of base64 appears by chance. */
const SHORTEST_BASE64_PIECE = 8;

/** The ways in which a secret can stand in a text. */
export function formsOf(value: string): readonly string[] {
  const encoded = percentEncoded(value);
  const json = JSON.stringify(value).slice(1, -1);
  const forms = [
    value,
    ...encoded,
    ...encoded.map((form) => form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())),
    json,
    json.replaceAll('/', '\\/'),
    ...xmlEscaped(value),
    ...base64Pieces(value),
  ];
  return forms.filter((form) => form !== '');
}

function percentEncoded(value: string): string[] {
  // Half of a surrogate pair cannot be encoded; such a value must not break an error's way out.
  const whole = Buffer.from(value, 'utf8').toString('utf8');
  const component = encodeURIComponent(whole);
  const form = new URLSearchParams([['', whole]]).toString().slice(1);
  return [component, component.replaceAll('%20', '+'), form];
}

function xmlEscaped(value: string): string[] {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [text, text.replaceAll('"', '&quot;').replaceAll("'", '&apos;')];
}

/**
 * In base64 a secret looks different at each of three offsets (`user:key` for HTTP Basic). What is the same whatever stands
 * around it begins and ends where its own bytes fill whole characters.
 */
function base64Pieces(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const pieces = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((offset * 8) / 6), whole);
  });
  return pieces
    .filter((piece) => piece.length >= SHORTEST_BASE64_PIECE)
    .flatMap((piece) => [piece, piece.replaceAll('-', '+').replaceAll('_', '/')]);
}
