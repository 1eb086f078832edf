import type { Vocabulary } from "./rule.ts";

/** How the files of one kind are laid out and read. */
export interface Layout {
  /** The headers, in the order of the file. */
  readonly columns: readonly string[];
  /** The headers that each field is read from. */
  readonly fields: Readonly<Record<string, string>>;
  /** Delimiter, encoding, date order, decimal mark, currency, unit of values. */
  readonly formats: Readonly<Record<string, string>>;
}

/** What the last run saw: what a drift is one from. */
export interface Baseline {
  /** The different layouts of the files; `null` of a store or standard input, which cannot be looked at again. */
  readonly layouts: readonly Layout[] | null;
  readonly vocabularies: Readonly<Record<Vocabulary, readonly string[]>>;
  readonly counts: { readonly rows: number; readonly certificates: number };
}
