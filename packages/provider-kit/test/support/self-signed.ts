import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for this machine that nobody vouches for, made anew so that no key lies in the repository. */
export function selfSigned(commonName = 'localhost'): {
  readonly key: string;
  readonly cert: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = tagged(0x30, objectId([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const name = tagged(
    0x30,
    tagged(0x31, tagged(0x30, objectId([0x55, 0x04, 0x03]), tagged(0x0c, Buffer.from(commonName)))),
  );
  const subjectAltNames = tagged(
    0x30,
    tagged(0x82, Buffer.from(commonName)),
    tagged(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const extensions = tagged(
    0xa3,
    tagged(0x30, tagged(0x30, objectId([0x55, 0x1d, 0x11]), tagged(0x04, subjectAltNames))),
  );
  const body = tagged(
    0x30,
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    tagged(0x30, time('20240101000000Z'), time('20991231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = tagged(0x30, body, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}

function objectId(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function time(text: string): Buffer {
  return tagged(0x18, Buffer.from(text));
}

/** One DER value. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
