/** Where the slots of a bucket come from: this process alone, or a store that several share. */
export interface Slots {
  /** Gives slots to as many in the line as may go now; called whenever somebody joined, left or a pause began. */
  serve(): void;
  /** The earliest time for a request that `ahead` others precede, in milliseconds from now. */
  estimate(ahead: number): number;
}
