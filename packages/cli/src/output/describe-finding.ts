import type { Actor, Finding, Remedy, RemedyValue } from '@registrar-kit/core';
import { wrapText } from './display-width.js';
import { printable } from './printable.js';
import type { Painter } from './style.js';

/** How running text is set. */
export interface TextLayout {
  readonly width: number;
  readonly paint: Painter;
}

const actors = {
  operator: 'whoever runs this server and its network',
  account_owner: 'whoever holds the account at the registrar',
  developer: 'whoever writes the configuration or the command',
  provider: "the registrar's own staff",
  customer: 'the customer',
  nobody: 'nobody; it passes',
} as const satisfies Record<Actor, string>;

/**
 * One possible cause: what speaks for it, who must act, what to do in order, and the vendor's page.
 *
 * @param message - what was shown of the failure already; evidence that only repeats it is left out
 */
export function findingLines(
  label: string,
  { cause, likelihood, evidence, remedy }: Finding,
  message: string,
  layout: TextLayout,
): string[] {
  return [
    layout.paint('bold', `${label}: ${cause.replaceAll('_', ' ')} (${likelihood})`),
    ...evidence
      .filter((text) => !message.endsWith(text))
      .flatMap((text) => indented(`because ${text}`, layout)),
    ...indented(`who acts: ${actors[remedy.actor]}`, layout),
    ...stepLines(remedy.steps, layout),
    ...valuesBeside(remedy).flatMap(({ name, value }) => indented(`${name}: ${value}`, layout)),
    ...indented(remedy.link === null ? undefined : `see ${remedy.link}`, layout),
  ];
}

/** The exact values that the steps do not spell out. */
function valuesBeside({ steps, values = [] }: Remedy): readonly RemedyValue[] {
  return values.filter(({ value }) => !steps.some((step) => step.includes(value)));
}

/** Steps in order, numbered where there are several. */
function stepLines(steps: readonly string[], layout: TextLayout): string[] {
  return steps.flatMap((step, index) =>
    steps.length === 1 ? indented(step, layout) : hanging(`${String(index + 1)}. `, step, layout),
  );
}

/** Text from outside below a heading. */
export function indented(text: string | undefined, layout: TextLayout): string[] {
  return text === undefined ? [] : hanging('', text, layout);
}

/** The same after a mark or a name, with the lines that follow set under the first word. */
export function hanging(mark: string, text: string, { width }: TextLayout): string[] {
  const room = Math.max(20, width - 2 - mark.length);
  return wrapText(printable(text), room).map(
    (line, index) => `  ${index === 0 ? mark : ' '.repeat(mark.length)}${line}`,
  );
}
