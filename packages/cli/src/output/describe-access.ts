import {
  leadingFindings,
  type AccessDiagnosis,
  type CheckOutcome,
  type CheckReport,
} from '@registrar-kit/core';
import { diagnosisLines } from './describe-diagnosis.js';
import { errorFacts, errorTitle } from './describe-error.js';
import { hanging, indented, type TextLayout } from './describe-finding.js';
import { wrapText } from './display-width.js';
import { printable } from './printable.js';
import type { StyleName } from './style.js';

const marks = {
  passed: { text: 'passed', style: 'green' },
  noticed: { text: 'worth a look', style: 'yellow' },
  failed: { text: 'FAILED', style: 'red' },
  not_checked: { text: 'not checked', style: 'dim' },
} as const satisfies Record<CheckOutcome, { readonly text: string; readonly style: StyleName }>;

/**
 * An examination for a person: what must be mended first with its ranked causes, then each check with what was checked, what it
 * shows and what to do next.
 *
 * @param configuration - where it came from; `undefined` for the embedded simulator
 */
export function accessLines(
  report: AccessDiagnosis,
  configuration: string | undefined,
  layout: TextLayout,
): readonly string[] {
  return [
    ...wrapText(printable(subjectOf(report, configuration)), layout.width),
    '',
    ...verdictLines(report, configuration, layout),
    '',
    layout.paint('bold', 'Checks'),
    ...report.checks.flatMap((check) => checkLines(check, report, layout)),
  ];
}

function subjectOf(
  { provider, environment, simulated }: AccessDiagnosis,
  configuration: string | undefined,
): string {
  return [
    `access to ${provider}`,
    ...(environment === undefined ? [] : [`environment "${environment}"`]),
    ...(configuration === undefined ? [] : [`configuration: ${configuration}`]),
    ...(simulated ? ['simulated: nothing here is real'] : []),
  ].join(', ');
}

function verdictLines(
  { checks, worst, outcome }: AccessDiagnosis,
  configuration: string | undefined,
  layout: TextLayout,
): readonly string[] {
  const failed = checks.find(({ id }) => id === worst?.check);
  if (worst === undefined || failed?.error === undefined)
    return wrapText(soundVerdicts[outcome], layout.width);
  const { error, title } = failed;
  return [
    ...wrapText(printable(`First of all: ${title}`), layout.width).map((line) =>
      layout.paint('red', line),
    ),
    ...indented(errorTitle(error), layout),
    ...errorFacts(error, configuration).flatMap((fact) => indented(fact, layout)),
    '',
    ...diagnosisLines(worst.diagnosis, error.message, layout),
  ];
}

const soundVerdicts = {
  passed: 'Nothing is wrong: every check passed.',
  noticed: 'Nothing failed; some checks found something that is worth a look.',
  not_checked: 'Nothing failed; some checks could not be made.',
  failed: 'A check failed without saying why.',
} as const satisfies Record<CheckOutcome, string>;

function checkLines(
  check: CheckReport,
  report: AccessDiagnosis,
  layout: TextLayout,
): readonly string[] {
  const { title, outcome, checked, shows } = check;
  const { text, style } = marks[outcome];
  const next = nextOf(check, report);
  const heading = ['', `${layout.paint('bold', title)}: ${layout.paint(style, text)}`];
  // What could not be checked shows nothing but why.
  if (outcome === 'not_checked')
    return [
      ...heading,
      ...shows.flatMap((line) => indented(line.replace(/^not checked: /, ''), layout)),
      ...next.flatMap((line) => hanging('next:    ', line, layout)),
    ];
  return [
    ...heading,
    ...hanging('checked: ', checked, layout),
    ...shows.flatMap((line, index) => hanging(index === 0 ? 'shows:   ' : blank, line, layout)),
    ...(next.length === 0 ? ['nothing'] : next).flatMap((line, index) =>
      hanging(index === 0 ? 'next:    ' : blank, line, layout),
    ),
  ];
}

const blank = ' '.repeat('checked: '.length);

function nextOf(
  { id, next, diagnosis }: CheckReport,
  { worst }: AccessDiagnosis,
): readonly string[] {
  if (id === worst?.check) return ['as the first lines of this report say'];
  if (next.length > 0 || diagnosis === undefined) return next;
  const [only, ...equals] = leadingFindings(diagnosis);
  if (equals.length === 0) return only.remedy.steps;
  return [only, ...equals].map(
    ({ cause, remedy }) => `if it is ${cause.replaceAll('_', ' ')}: ${remedy.steps.join(' ')}`,
  );
}
