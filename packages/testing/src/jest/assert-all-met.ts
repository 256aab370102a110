/** A test that planned something which never happened proves less than it seems to. @throws Error that names what was planned */
export function assertAllMet(unmet: readonly string[]): void {
  if (unmet.length === 0) return;
  throw new Error(
    `planned and never met: ${unmet.join('; ')}. The test did not ask for what it was to strike; take the plan away, or pass { unmet: 'allow' }`,
  );
}
