import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** Words that stand between the parts of a written date and mean nothing. */
const FILLERS: ReadonlySet<string> = new Set(["de", "del", "of", "the", "le", "den", "der", "d"]);

/**
 * Reads the month names; the result reads a date that names its month, in any of five languages: `5 maart 2017`, `March 5,
 * 2017`, `05-MRZ-2017`, and without a day (`2018 Septiembre`) the first of the month. The year has four digits, so the order
 * of the parts does not matter. `null` when a part is missing, is there twice, or is something else.
 */
export function loadWrittenDates(): (text: string) => string | null {
  const months = new Map(
    readDataRows<"month" | "language" | "name">("months.csv").map((row) => [fold(row.name), Number(row.month)]),
  );
  return (text) => {
    const found: { year?: number; month?: number; day?: number } = {};
    for (const part of fold(text).split(" ")) {
      if (FILLERS.has(part)) continue;
      const month = months.get(part);
      const number = Number(/^(\d+)(?:st|nd|rd|th|er|e|ste|de)?$/.exec(part)?.[1]);
      const kind = month === undefined ? (/^(19|20)\d\d$/.test(part) ? "year" : "day") : "month";
      const value = month ?? number;
      if (Number.isNaN(value) || found[kind] !== undefined) return null;
      found[kind] = value;
    }
    const { year, month, day = 1 } = found;
    if (year === undefined || month === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
      return null;
    }
    return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  };
}
