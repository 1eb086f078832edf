import type { Language } from "../../domain/language.ts";
import { foldWord } from "./tokens.ts";

/** The months of a language by name, whole and short; what is a number word too (French `sept`) is none. */
export function monthNames(
  language: Language,
  notMonths: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const style of ["short", "long"] as const) {
    const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
    for (let month = 1; month <= 12; month += 1) {
      const name = foldWord(format.format(Date.UTC(2000, month - 1, 15))).replace(/\.$/, "");
      if (name.length > 2 && notMonths[name] === undefined) names.set(name, month);
    }
  }
  return names;
}
