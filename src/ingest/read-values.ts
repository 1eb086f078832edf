import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import type { Engine } from "../store/engine.ts";
import { loadClosedSets } from "./closed-sets.ts";
import type { Formats } from "./detect-formats.ts";
import { isHsCode, isNumber, parseDate } from "./parse-rules.ts";

/** How many values of a column a field can be read from. */
export interface ValueCount {
  /** `null` for a field that any text will do for. */
  readonly readable: number | null;
  /** Those that are not blank. */
  readonly values: number;
}

export interface ValueReaders {
  /** Without `formats`, a date or amount is readable when it is under any of them. */
  readonly count: (field: Field, texts: readonly (string | null)[], formats: Formats | null) => Promise<ValueCount>;
}

/** Tries the rules of ingest on samples: dates and amounts in the engine, closed sets by their reference data. */
export function loadValueReaders(engine: Engine, profile: Profile): ValueReaders {
  const { certificate_type: _anyText, issue_date: dateInWords, ...closedSets } = loadClosedSets(profile);
  const resolvers: Partial<Record<Field, (text: string) => string | null>> = closedSets;
  return {
    count: async (field, texts, formats) => {
      const values = texts.filter((text) => text !== null);
      const resolve = resolvers[field];
      const readable = resolve && values.filter((text) => resolve(text) !== null).length;
      if (readable !== undefined) return { readable, values: values.length };
      const condition = readableSql(field, formats);
      if (condition === null) return { readable: null, values: values.length };
      await engine.fill(
        "sample_value",
        ["text"],
        values.map((text) => [text]),
      );
      const [row] = await engine.rows<{ n: string }>(
        `select count(*) filter (where ${condition}) as n from sample_value`,
      );
      const inWords = field === "issue_date" ? values.filter((text) => dateInWords(text) !== null).length : 0;
      return { readable: Number(row?.n ?? 0) + inWords, values: values.length };
    },
  };
}

function readableSql(field: Field, formats: Formats | null): string | null {
  const orders = formats === null ? (["dmy", "mdy"] as const) : [formats.dateOrder];
  const marks = formats === null ? ([",", "."] as const) : [formats.decimalMark];
  if (field === "issue_date") return orders.map((order) => `(${parseDate("text", order)}) is not null`).join(" or ");
  if (field === "hs_code") return isHsCode("text");
  if (field === "value") return marks.map((mark) => isNumber("text", mark)).join(" or ");
  return null;
}
