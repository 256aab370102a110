/** A stretch of time; what is given is added up. */
export interface TimeSpan {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const unitsMs = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };

/** @throws Error for anything but numbers from 0 in the units that are known */
export function millisecondsOf(span: TimeSpan): number {
  let sum = 0;
  for (const [unit, count] of Object.entries(span) as [string, unknown][]) {
    if (!Object.hasOwn(unitsMs, unit))
      throw new Error(
        `there is no unit of time "${unit}"; choose from ${Object.keys(unitsMs).join(', ')}`,
      );
    if (typeof count !== 'number' || !(count >= 0) || !Number.isFinite(count))
      throw new Error(`${unit} must be a number from 0: time does not go back`);
    sum += count * unitsMs[unit as keyof typeof unitsMs];
  }
  return sum;
}
