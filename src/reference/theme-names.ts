import type { Language } from "../domain/language.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** The names of themes. Those that origo ships have one in each language; others go by their own. */
export interface ThemeNames {
  readonly name: (theme: string, language: Language) => string;
  /** Of some themes the one that is called so, in any language; `null` when none is. */
  readonly resolve: (text: string, themes: readonly string[]) => string | null;
  /** All names of a theme. */
  readonly spellings: (theme: string) => readonly string[];
}

export function loadThemeNames(): ThemeNames {
  const rows = new Map(
    readDataRows<"theme" | Exclude<Language, "en">>("theme-names.csv").map(({ theme, nl, fr, de }) => [
      theme,
      { nl, fr, de, en: theme },
    ]),
  );
  const spellings = (theme: string): readonly string[] => [theme, ...Object.values(rows.get(theme) ?? {})];
  return {
    name: (theme, language) => rows.get(theme)?.[language] ?? theme,
    resolve: (text, themes) =>
      themes.find((theme) => spellings(theme).some((name) => fold(name) === fold(text))) ?? null,
    spellings,
  };
}
