import type { XmlElement } from '@registrar-kit/provider-kit';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** How a filled list of warnings looks is not documented; whoever runs the panel shall hear of it all the same. */
export function reportWarnings(result: XmlElement, reply: NamecheapReply): void {
  const warnings = result.child('Warnings');
  if (warnings === undefined) return;
  const texts = [
    warnings.text,
    ...warnings.childNames.flatMap((name) => warnings.children(name)).map(({ text }) => text),
  ];
  const said = texts.filter((text) => text !== '').join('; ');
  if (said === '' && warnings.childNames.length === 0) return;
  reply.drift(`${result.name}.Warnings`, 'there are warnings', said);
}
