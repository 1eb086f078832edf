import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { loadCountries } from "../reference/countries.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import { fold } from "../reference/fold.ts";
import { loadTerms } from "../reference/terms.ts";
import type { Engine } from "../store/engine.ts";
import type { Formats } from "./detect-formats.ts";
import { isNumber, parseDate } from "./parse-rules.ts";

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
  const countries = loadCountries();
  const terms = loadTerms();
  const currencyOf = loadCurrencies();
  const mapped = (texts: Readonly<Record<string, string>> = {}): ReadonlySet<string> =>
    new Set(Object.keys(texts).map(fold));
  const destinations = mapped(profile.destinations);
  const statuses = mapped(profile.statuses);
  const isKnown: Partial<Record<Field, (text: string) => boolean>> = {
    destination: (text) => destinations.has(fold(text)) || countries.resolve(text) !== null,
    origin: (text) =>
      text.split(/[,;/|+&]/).every((part) => countries.resolve(part) !== null) || countries.resolve(text) !== null,
    status: (text) => statuses.has(fold(text)) || terms.status(text) !== null,
    exporter_size: (text) => terms.exporterSize(text) !== null,
    currency: (text) => currencyOf(text) !== null,
    hs_code: (text) => /^(\d\d){1,5}$/.test(text.replace(/[ .]/g, "")),
  };
  return {
    count: async (field, texts, formats) => {
      const values = texts.filter((text) => text !== null);
      const check = isKnown[field];
      if (check !== undefined) return { readable: values.filter(check).length, values: values.length };
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
      return { readable: Number(row?.n ?? 0), values: values.length };
    },
  };
}

function readableSql(field: Field, formats: Formats | null): string | null {
  const orders = formats === null ? (["dmy", "mdy"] as const) : [formats.dateOrder];
  const marks = formats === null ? ([",", "."] as const) : [formats.decimalMark];
  if (field === "issue_date") return orders.map((order) => `(${parseDate("text", order)}) is not null`).join(" or ");
  if (field === "value") return marks.map((mark) => isNumber("text", mark)).join(" or ");
  return null;
}
