import { quoteValue } from '../values/quote-value.js';
import { readHostOrNone } from './host-value.js';
import { faulty, type Fault, type TextReading } from './record-fault.js';

const form = 'write it as weight, port and target, such as 5 5060 sip.example.net';

/** The data of an SRV record (RFC 2782): weight, port and target; the priority stands in its own field. */
export function readSrvValue(typed: string): TextReading {
  const words = typed.trim().split(/\s+/u);
  const [weight = '', port = '', target = ''] = words;
  const numbers = [weight, port];
  if (words.length === 4 && words.slice(0, 3).every((word) => /^\d+$/.test(word)))
    return faulty(
      words.join(' '),
      'has four parts',
      `${form}; the priority has a field of its own`,
    );
  if (words.length !== 3 || !numbers.every((word) => /^\d{1,9}$/.test(word)))
    return faulty(
      words.join(' '),
      `${quoteValue(typed.trim())} is not the data of an SRV record`,
      form,
    );
  const host = readHostOrNone(target);
  const text = `${numbers.map((word) => String(Number(word))).join(' ')} ${host.text}`.trim();
  if (numbers.some((word) => Number(word) > 65_535))
    return faulty(text, 'has a weight or port above 65535', form);
  return host.fault === undefined ? { text } : { text, fault: host.fault };
}

/** What is wrong with the name of an SRV record, which names a service and a protocol. */
export function srvNameFault(name: string): Fault | undefined {
  if (/^_[^.]+\._[^.]+/.test(name)) return undefined;
  return {
    problem: `${quoteValue(name)} names no service and protocol`,
    cure: 'start it with both, such as _sip._tcp',
  };
}
