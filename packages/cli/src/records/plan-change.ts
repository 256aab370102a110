import type { OptionValues } from '../arguments/invocation.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { writeTextFile } from '../output/write-text-file.js';
import type { Session } from '../session/session.js';
import { isEmptyPlan, planText } from './plan-text.js';
import { readChange } from './read-change.js';

/** Shows what a change would write to a zone, and keeps the plan where that is asked for. */
export async function planChange(
  domain: string,
  values: OptionValues,
  session: Session,
): Promise<ExitCode> {
  const change = await readChange(values, session.io);
  const registrar = await session.connect('read', { domain });
  const plan = await registrar.planRecords({ domain, change }, session.callOptions);
  session.printer.page(session.mark(plan), (layout) => planText(plan, layout));
  const { out } = values;
  if (out !== undefined) {
    await writeTextFile(out, `${JSON.stringify(plan, null, 2)}\n`, session.io);
    session.printer.notice(
      `the plan stands in ${out}; to write it:\n  ${session.commandFor(['records', 'apply', '--plan', out])}`,
    );
  } else if (!isEmptyPlan(plan) && !session.printer.json)
    session.printer.notice('nothing was written; --out plan.json keeps the plan for records apply');
  return exitCodes.done;
}
