import type { Registrars, RoutedAvailability } from '@registrar-kit/core';
import type { Session } from '../session/session.js';
import type { CheckOutput } from './check-output.js';

/** Asks for names wherever they are sold, and tells of the accounts that could not answer. */
export async function checkEverywhere(
  names: readonly string[],
  registrars: Registrars,
  session: Session,
  output: CheckOutput,
): Promise<void> {
  session.printer.progress.show(`asking for ${String(names.length)} names`);
  const answers = await registrars.checkAvailability({ domains: names }, session.callOptions);
  for (const row of answers) {
    const { registrar } = row;
    output.row(
      session.markFrom(row, registrar === undefined ? undefined : registrars.get(registrar)),
    );
  }
  output.end();
  for (const [registrar, message] of failuresIn(answers))
    session.printer.notice(`note: ${registrar} could not answer: ${message}`);
}

/** Accounts that failed though others answered in their place would not show in the rows. */
function failuresIn(answers: readonly RoutedAvailability[]): ReadonlyMap<string, string> {
  const failures = new Map<string, string>();
  for (const { registrar, error } of answers.flatMap((row) => [row, ...(row.alsoAsked ?? [])]))
    if (registrar !== undefined && error !== undefined) failures.set(registrar, error.message);
  return failures;
}
