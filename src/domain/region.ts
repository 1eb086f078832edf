import type { Language } from "./language.ts";

/** A chamber of a region: who it is, and how its certificates are read. */
export interface Chamber {
  /** Short, for columns of tables; the order of ids decides which of two chambers keeps a certificate that both have. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The names of its home regions, for readers. */
  readonly home: readonly string[];
  /** Files, directories, globs and stores, as paths from where origo runs. */
  readonly inputs: readonly string[];
  /** The path of a profile, or the name of one that ships. */
  readonly profile: string | null;
  /** The currency of amounts that name none. */
  readonly currency: string | null;
  /** That of its readers: the press text of a region is in those of its chambers. */
  readonly language: Language | null;
}

/** Chambers that are looked at together, in order of id. */
export interface Region {
  /** `null` for all chambers of the file. */
  readonly id: string | null;
  readonly name: string;
  /** The file that defines it. */
  readonly file: string;
  /** The report currency that the file asks for. */
  readonly currency: string | null;
  readonly chambers: readonly Chamber[];
}

/** Certificates of several chambers are put together: one that two chambers have counts once, unless both are to count. */
export interface ChambersTogether {
  /** Where the chambers come from; `null` when the certificates name their chamber themselves. */
  readonly region: Region | null;
  readonly countBoth: boolean;
}
