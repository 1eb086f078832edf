/** What became of a row, in the order in which the balance names it. */
export const ROW_CLASSES = ["counted", "copy", "cross-border", "superseded", "not-issued", "rejected"] as const;
export type RowClass = (typeof ROW_CLASSES)[number];

/**
 * The account of an ingest: rows read = counted + copies + superseded + not issued + rejected; where chambers are put together,
 * also + cross-border, the rows of certificates that count at another chamber.
 */
export interface Balance {
  readonly rowsRead: number;
  readonly counted: number;
  readonly copies: number;
  /** Present where there are some. */
  readonly crossBorder?: number;
  readonly superseded: number;
  readonly notIssued: number;
  readonly rejected: number;
}

/** A file that was read, as the outputs name it. */
export interface InputAccount {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Builds the balance and proves it: `rowsRead` comes from the reader, the classes from the classifier, and a
 * difference between them is a bug, never a figure.
 */
export function balanceOf(rowsRead: number, rowsByClass: ReadonlyMap<RowClass, number>): Balance {
  const of = (rowClass: RowClass): number => rowsByClass.get(rowClass) ?? 0;
  const classified = ROW_CLASSES.reduce((sum, rowClass) => sum + of(rowClass), 0);
  if (classified !== rowsRead) {
    throw new Error(`the balance does not add up: ${rowsRead} rows read, ${classified} rows classified`);
  }
  return {
    rowsRead,
    counted: of("counted"),
    copies: of("copy"),
    ...(of("cross-border") === 0 ? {} : { crossBorder: of("cross-border") }),
    superseded: of("superseded"),
    notIssued: of("not-issued"),
    rejected: of("rejected"),
  };
}
