import type { Field } from "./certificate.ts";
import type { DateOrder, DecimalMark, Profile } from "./profile.ts";

/**
 * How a column was found: the profile states it, its header is a known name, a known name with a language, currency or
 * unit around it, or known words; or only its values speak for it.
 */
export type Found = "profile" | "name" | "variant" | "words" | "content";
export type Confidence = "high" | "medium" | "low";

/** What speaks for reading a field from its columns. */
export interface FieldEvidence {
  readonly field: Field;
  readonly headers: readonly string[];
  readonly found: Found;
  /** Of the values in the sample that are not blank, how many can be read; `null` where any text will do. */
  readonly readable: number | null;
  readonly values: number;
  readonly samples: readonly string[];
  readonly confidence: Confidence;
}

/** A column that no field is read from. */
export interface UnmappedColumn {
  readonly header: string;
  readonly samples: readonly string[];
  /** The field that it would be if it were one. */
  readonly nearest: Field | null;
}

/** What must be answered before a file can be read. */
export interface Question {
  readonly message: string;
  readonly hint: string;
}

/** How a file would be read, and why. */
export interface FileMapping {
  readonly name: string;
  /** Delimiter, header row, encoding ...: what the format has of these. */
  readonly layout: Readonly<Record<string, string>>;
  readonly sampleRows: number;
  readonly fields: readonly FieldEvidence[];
  readonly unmapped: readonly UnmappedColumn[];
  /** `null` where no value needs one, or where it is a question. */
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
  /** Of the values when no column says it. */
  readonly currency: string | null;
  readonly valueUnit: number;
  readonly questions: readonly Question[];
  /** The profile that reads the file in this way. */
  readonly profile: Profile;
}
