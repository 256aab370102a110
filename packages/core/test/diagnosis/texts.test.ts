import { expect, it, test } from '@jest/globals';
import { diagnosisCauses, diagnosisRules } from '@registrar-kit/core';
import { customerTexts } from '../../src/diagnosis/customer-texts.js';
import { generalRemedies } from '../../src/diagnosis/general-remedies.js';

test.each(diagnosisCauses)('%s has steps and a text for the customer', (cause) => {
  const { steps } = generalRemedies[cause];
  expect(steps).not.toHaveLength(0);
  // Whole sentences: they are shown as they are.
  for (const text of [...steps, customerTexts[cause]]) expect(text).toMatch(/^[A-Z].*\.$/s);
});

test.each(diagnosisCauses)(
  'the text for the customer on %s tells nothing of the account',
  (cause) => {
    expect(customerTexts[cause]).not.toMatch(/\b(?:API|key|IP|address|balance|journal|error)\b/i);
  },
);

it('names every cause once', () => {
  expect(new Set(diagnosisCauses).size).toBe(diagnosisCauses.length);
  expect(Object.keys(generalRemedies).sort()).toEqual([...diagnosisCauses].sort());
  expect(Object.keys(customerTexts).sort()).toEqual([...diagnosisCauses].sort());
});

it('rules name causes that there are, and are silent without evidence', () => {
  for (const rule of diagnosisRules) {
    expect(diagnosisCauses).toEqual(expect.arrayContaining([rule.cause, ...rule.among]));
    expect(rule.evidence({})).toBeUndefined();
  }
});
