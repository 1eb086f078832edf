import type { Language } from "../../domain/language.ts";
import { foldWord } from "./tokens.ts";

/** The months of a language by their names; `short` ones are those of dates. */
export function monthNames(language: Language, style: "long" | "short"): ReadonlyMap<string, number> {
  const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
  return new Map(
    Array.from({ length: 12 }, (_, index) => {
      const name = foldWord(format.format(Date.UTC(2000, index, 15)));
      return [name.replace(/\.$/, ""), index + 1] as const;
    }),
  );
}
