import { Secret } from '@registrar-kit/core';
import * as z from 'zod';
import { addFault, type ConfigFault } from './config-issue.js';
import { isSecret } from './credential-text.js';
import { findOddCharacter, type OddCharacter } from './odd-character.js';

/** What a credential must look like. */
export interface CredentialRules {
  /** Whether it names the account or opens it: decides which cause a wrong shape has. @defaultValue 'key', for `accountText` 'account_id' */
  readonly kind?: 'key' | 'account_id';
  /** The shape that the vendor gives out. */
  readonly pattern?: RegExp;
  /** That shape in words, such as `a UUID of 36 characters`. */
  readonly shape?: string;
  /** Where the value is found, such as `Profile > Tools > API Access`. */
  readonly found?: string;
}

/**
 * A credential that must not be printed; becomes a {@link Secret}, and is taken as one too. Refused: nothing, white space,
 * invisible, full-width or other characters outside of ASCII, an e-mail address, and what does not match `pattern`; the fault
 * tells the position of an odd character and never the value.
 */
export function secretText(rules: CredentialRules = {}): z.ZodType<Secret, string | Secret> {
  return credential<string | Secret>({ kind: 'key', ...rules }).transform(
    (text) => new Secret(text),
  );
}

/** An account id or user name: checked as {@link secretText} checks a key, but it stays text. */
export function accountText(rules: CredentialRules = {}): z.ZodType<string, string> {
  return credential<string>({ kind: 'account_id', ...rules });
}

type Rules = CredentialRules & { readonly kind: 'key' | 'account_id' };

/** Takes whatever is there, so that the fault of a missing credential has its cause too. */
function credential<Given>(rules: Rules): z.ZodType<string, Given> {
  return z
    .custom<unknown>(() => true)
    .transform((value, context): string => {
      const text = isSecret(value) ? value.reveal() : value;
      const fault = faultOf(text, rules);
      if (fault === undefined && typeof text === 'string') return text;
      addFault(context, fault ?? missing(rules));
      return z.NEVER;
    }) as z.ZodType<string, Given>;
}

function faultOf(text: unknown, rules: Rules): ConfigFault | undefined {
  if (text === undefined || text === null) return missing(rules);
  const cause = rules.kind === 'key' ? 'malformed_key' : 'malformed_account_id';
  const again = `copy it again${from(rules)}`;
  if (typeof text !== 'string') return { problem: 'is not text', cure: again, cause };
  if (text.trim() === '') return { ...missing(rules), problem: 'is empty' };
  const odd = findOddCharacter(text);
  if (odd !== undefined) {
    return {
      problem: `holds ${nameOf(odd)} at position ${odd.position} (${odd.codePoint})`,
      cure: `${again} as plain text`,
      cause: odd.kind === 'not_ascii' ? cause : 'invisible_character',
    };
  }
  if (/^[^@]+@[^@]+\.[^@]+$/.test(text)) {
    return {
      problem: 'holds an e-mail address',
      cure: `give the ${rules.kind === 'key' ? 'key' : 'account id'}${from(rules)}`,
      cause: rules.kind === 'key' ? cause : 'email_as_account_id',
    };
  }
  if (rules.pattern === undefined || rules.pattern.test(text)) return undefined;
  const wanted = rules.shape === undefined ? 'what the registrar gives out' : rules.shape;
  return { problem: `does not look like ${wanted}`, cure: again, cause };
}

function missing(rules: Rules): ConfigFault {
  return { problem: 'is missing', cure: `set it${from(rules)}`, cause: 'missing_credentials' };
}

function from({ found }: Rules): string {
  return found === undefined ? '' : ` from ${found}`;
}

function nameOf({ kind }: OddCharacter): string {
  if (kind === 'white_space') return 'white space';
  if (kind === 'invisible') return 'an invisible character';
  return kind === 'full_width' ? 'a full-width character' : 'a character outside of ASCII';
}
