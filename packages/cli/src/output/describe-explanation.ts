import type { FailureExplanation } from '@registrar-kit/core';
import { diagnosisLines } from './describe-diagnosis.js';
import { errorFacts, errorTitle } from './describe-error.js';
import { hanging, indented, type TextLayout } from './describe-finding.js';
import { wrapText } from './display-width.js';
import { printable } from './printable.js';

/** The explanation of a failure elsewhere for a person: what was looked at, what it shows, what to do. */
export function explanationLines(
  explanation: FailureExplanation,
  entry: number | undefined,
  layout: TextLayout,
): readonly string[] {
  const { error, diagnosis, request } = explanation;
  const message = error?.message ?? '';
  const facts = error === undefined ? [] : errorFacts(error);
  return [
    ...wrapText(printable(subjectOf(explanation, entry)), layout.width),
    '',
    ...hanging('checked: ', checkedOf(explanation), layout),
    ...hanging('shows:   ', showsOf(explanation), layout),
    ...facts.flatMap((fact) => hanging(' '.repeat(9), fact, layout)),
    '',
    ...diagnosisLines(diagnosis, message, layout),
    ...(request === undefined
      ? [
          '',
          ...indented(
            'The request was not given. With it, more causes can be told apart; keys are taken out before anything is shown.',
            layout,
          ),
        ]
      : []),
  ];
}

function subjectOf(
  { provider, environment }: FailureExplanation,
  entry: number | undefined,
): string {
  return [
    `a failure at ${provider}, in another program`,
    ...(environment === undefined ? [] : [`environment "${environment}"`]),
    ...(entry === undefined ? [] : [`entry ${String(entry)}`]),
  ].join(', ');
}

/** All that the library answers here is redacted already; of the URL no more than the place is worth a line. */
function checkedOf({ request, target, answer }: FailureExplanation): string {
  const answered = `the answer with HTTP ${String(answer.status)}`;
  if (request === undefined) return `${answered}, without the request`;
  const place = request.url.replace(/[?#].*$/s, '');
  const call = [
    `${request.method} ${place}`.trim(),
    ...(target === undefined ? [] : [`(${target})`]),
  ];
  return `${call.join(' ')}, and ${answered}`;
}

function showsOf({ error }: FailureExplanation): string {
  if (error === undefined)
    return 'the answer reports success; whoever took it for a failure misread it';
  return `${errorTitle(error)} (${error.code}, ${String(error.status)})`;
}
