import { parseDomainName, toUnicodeDomain, type TransferCheck } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { ExitCode } from '../exit-codes.js';
import { readAuthCode } from '../input/read-auth-code.js';
import type { Field } from '../output/record.js';
import { transferFields } from '../output/transfer-columns.js';
import { yesNo } from '../output/yes-no.js';
import { assertAnswerable, confirm, nothingChanged } from '../session/confirm.js';
import type { Session } from '../session/session.js';
import { showRecord } from '../session/show.js';

type Action = (domain: string, values: OptionValues, session: Session) => Promise<ExitCode>;

/** What `registrar transfers` can do with one domain beside showing how its transfer stands. */
export const transferActions = {
  check: async (domain, values, session) => {
    const authCode = await readAuthCode(values, session.io);
    const registrar = await session.connect('read', { domain });
    const input = { domain, ...(authCode === undefined ? {} : { authCode }) };
    const found = await registrar.checkTransfer(input, session.callOptions);
    return showRecord(found, checkFields, session);
  },
  resubmit: async (domain, _values, session) => {
    const registrar = await session.connect('change', { domain });
    const found = await registrar.resubmitTransfer({ domain }, session.callOptions);
    return showRecord(found, transferFields, session);
  },
  cancel: final('cancelTransfer', 'End the transfer of', 'cancelled'),
  approve: final('approveTransferOut', 'Let another registrar have', 'approved'),
  reject: final('rejectTransferOut', 'Refuse another registrar the transfer of', 'rejected'),
} as const satisfies Record<string, Action>;

/** What cannot be taken back, and answers nothing. */
function final(
  operation: 'cancelTransfer' | 'approveTransferOut' | 'rejectTransferOut',
  question: string,
  outcome: string,
): Action {
  return async (typed, values, session) => {
    assertAnswerable(values.yes, session);
    const registrar = await session.connect('change', { domain: typed });
    const domain = parseDomainName(typed);
    const { provider, environment, capabilities } = registrar;
    // What is not offered says so at once, and needs no question.
    const meant =
      capabilities[operation].support === 'unsupported' ||
      (await confirm(
        `${question} ${toUnicodeDomain(domain)} (${provider}, ${environment})?`,
        values.yes,
        session,
      ));
    if (!meant) return nothingChanged(session);
    await registrar[operation]({ domain }, session.callOptions);
    return showRecord(
      { domain, transfer: outcome },
      () => [
        ['domain', toUnicodeDomain(domain)],
        ['transfer', outcome],
      ],
      session,
    );
  };
}

function checkFields(check: TransferCheck): readonly Field[] {
  return [
    ['domain', toUnicodeDomain(check.domain)],
    ['transferable', yesNo(check.transferable)],
    ['reason', check.reason],
    ['locked there', yesNo(check.locked)],
    ['auth code', check.authCodeRequired === true ? 'needed' : undefined],
    ['code is right', yesNo(check.authCodeValid)],
  ];
}
