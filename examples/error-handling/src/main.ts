import { situations } from './situations.js';
import { toTexts } from './texts.js';

// texts.ts is what a panel copies; this file lets a registrar go wrong and shows who is told what.
for await (const { title, error } of situations()) {
  const { customer, admin, panel } = toTexts(error);
  console.log(`# ${title}: ${String(error.status)} ${error.code}`);
  console.log(`customer: ${customer}`);
  console.log(`admin:    ${admin}`);
  console.log(`panel:    ${panel}\n`);
}
