import { leadingFindings, type Diagnosis } from '@registrar-kit/core';
import { findingLines, hanging, type TextLayout } from './describe-finding.js';
import { wrapText } from './display-width.js';

/**
 * What is likely wrong, most likely first. Causes that the evidence cannot tell apart stand side by side in full and are called
 * equals; the less likely ones take a line each. The text for the panel's customer comes last.
 *
 * @param message - what was shown of the failure already
 */
export function diagnosisLines(
  diagnosis: Diagnosis,
  message: string,
  layout: TextLayout,
): readonly string[] {
  const leading = leadingFindings(diagnosis);
  const others = diagnosis.slice(leading.length);
  const customerTexts = [...new Set(leading.map(({ customerText }) => customerText))];
  return [
    ...tieLines(leading, layout),
    ...leading.flatMap((finding, index) => [
      ...(index === 0 ? [] : ['']),
      ...findingLines(labelOf(leading), finding, message, layout),
    ]),
    ...(others.length === 0 ? [] : ['', layout.paint('bold', 'Less likely:')]),
    ...others.flatMap(({ cause, likelihood, evidence }) =>
      hanging(
        '- ',
        [
          `${cause.replaceAll('_', ' ')} (${likelihood})`,
          ...evidence.filter((text) => !message.endsWith(text)),
        ].join('; '),
        layout,
      ),
    ),
    '',
    layout.paint('bold', 'For the customer:'),
    ...customerTexts.flatMap((text) => hanging('', `"${text}"`, layout)),
  ];
}

type Leading = ReturnType<typeof leadingFindings>;

function tieLines(leading: Leading, { width }: TextLayout): readonly string[] {
  if (leading.length === 1) return [];
  const count = String(leading.length);
  const names = leading.map(({ cause }) => cause.replaceAll('_', ' ')).join(', ');
  const text = isCertain(leading)
    ? `${count} causes are certain: ${names}. Mend each of them.`
    : `${count} causes are equally likely: ${names}. What is known cannot tell them apart.`;
  return [...wrapText(text, width), ''];
}

function labelOf(leading: Leading): string {
  return leading.length === 1 || isCertain(leading) ? 'Cause' : 'Equally likely';
}

function isCertain([{ likelihood }]: Leading): boolean {
  return likelihood === 'confirmed';
}
