const piece = /"((?:[^"\\]|\\.)*)"\s*/gsy;

/**
 * A text as zone files write it (RFC 1035 §5.1): one string between quotes or several, which are one text. `undefined` where it
 * is not written so, and therefore stands for itself.
 */
export function readQuotedText(data: string): string | undefined {
  const pieces: string[] = [];
  let end = 0;
  for (const match of data.matchAll(piece)) {
    pieces.push(match[1] ?? '');
    end = match.index + match[0].length;
  }
  return pieces.length > 0 && end === data.length ? pieces.map(unescaped).join('') : undefined;
}

/** `\"` is the character itself, and `\195` the byte of that number. */
function unescaped(text: string): string {
  const bytes = [...text.matchAll(/\\(\d{3})|\\(.)|([^\\]+)/gs)].map(([, byte, escaped, plain]) =>
    byte === undefined ? Buffer.from(escaped ?? plain ?? '') : Buffer.from([Number(byte) & 0xff]),
  );
  return Buffer.concat(bytes).toString('utf8');
}
