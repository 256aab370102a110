/**
 * The content of a body that was copied off the wire, where each chunk has its size before it. Most tools show it already put
 * together: a text that is not exactly in chunks is answered as it is.
 */
export function dechunk(body: string): string {
  const bytes = Buffer.from(`${body}\r\n`, 'utf8');
  const chunks: Buffer[] = [];
  let position = 0;
  while (position < bytes.length) {
    const line = lineAt(bytes, position);
    const size = /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(line.text)?.[1];
    if (size === undefined) return body;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks).toString('utf8');
    const end = line.next + length;
    if (end > bytes.length || lineAt(bytes, end).text !== '') return body;
    chunks.push(bytes.subarray(line.next, end));
    position = lineAt(bytes, end).next;
  }
  return body;
}

function lineAt(bytes: Buffer, position: number): { readonly text: string; readonly next: number } {
  const found = bytes.indexOf(0x0a, position);
  const end = found === -1 ? bytes.length : found;
  return { text: bytes.toString('utf8', position, end).trimEnd(), next: end + 1 };
}
