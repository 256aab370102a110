import { isRegistrarError, leadingFindings } from '@registrar-kit/core';

/** What a customer is shown, and what the admin reads in the log. */
export interface ErrorPage {
  readonly status: number;
  readonly forCustomer: string;
  readonly forAdmin: readonly string[];
}

export function errorPage(error: unknown): ErrorPage {
  if (!isRegistrarError(error))
    return { status: 500, forCustomer: 'Something went wrong.', forAdmin: [String(error)] };
  const [finding] = leadingFindings(error.diagnosis);
  return {
    status: error.status,
    forCustomer: finding.customerText,
    forAdmin: [error.message, ...finding.remedy.steps],
  };
}
