/** A stretch of work that can take a while. */
export interface Step {
  /** What is being done, for people: `reading exports/2017.csv`. */
  readonly what: string;
  /**
   * How much of it is done, from 0 to 1; absent when nobody knows. Asked a few times a second, from outside. (The engine
   * can tell how much of a query is done, but a step is many queries, and the figure stands still and jumps.)
   */
  readonly share?: () => number;
  /** Worth a line of its own where no line can be rewritten in place. */
  readonly notable?: boolean;
}

/** Is told what begins. Whoever shows it asks the step how far it is: the work itself loses no time over that. */
export type Progress = (step: Step) => void;

export const NO_PROGRESS: Progress = () => undefined;
