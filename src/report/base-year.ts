/** The year that others are compared with: 100 in an index, and where an average growth begins. */
export interface BaseYear {
  readonly year: number;
  /** Whether the data cover the whole of it. They have no index and no average growth otherwise. */
  readonly complete: boolean;
}
