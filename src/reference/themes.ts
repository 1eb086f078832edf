import { UserError } from "../domain/user-error.ts";
import { dataPath } from "./data-file.ts";
import { fold } from "./fold.ts";
import { loadHsDescriptions } from "./hs.ts";
import { readUserTable } from "./user-table.ts";

/** One code of a theme: lines whose HS code is this one, or below it, belong to the theme. */
export interface ThemeMember {
  /** The theme. */
  readonly item: string;
  readonly dimension: "hs2" | "hs4" | "hs6";
  readonly code: string;
}

const REMEDY =
  'a themes file is a CSV with the columns theme,code and, if you like, heading and why, such as "Medtech,9018,,instruments"; a code may be in several themes';

/** The themes of the user's own file, or those that origo ships. A theme is a set of codes; themes may overlap. */
export function loadThemes(path: string = dataPath("themes.csv")): readonly ThemeMember[] {
  const headings = loadHsDescriptions();
  const places = new Map<string, string>();
  const rows = readUserTable(path, {
    what: "themes file",
    columns: ["theme", "code"],
    optional: ["heading"],
    remedy: REMEDY,
  });
  const members = rows.map(({ place, cells: { theme, code: text, heading } }) => {
    if (theme === "") throw new UserError(2, `${place}: the theme has no name`, REMEDY);
    const code = text.replaceAll(/[. ]/g, "");
    const dimension = dimensionOf(code);
    if (dimension === null) {
      throw new UserError(
        2,
        `${place}: "${text}" is no HS code of 2, 4 or 6 digits`,
        "expected such as 90, 9018, 901890",
      );
    }
    if (!headings.has(code) && heading === "") throw unknownCode(place, code, headings);
    const key = `${code} ${fold(theme)}`;
    const earlier = places.get(key);
    if (earlier !== undefined) {
      throw new UserError(2, `${place}: ${theme} has ${code} already, at ${earlier}`, "leave one of the lines out");
    }
    places.set(key, place);
    return { item: theme, dimension, code };
  });
  if (members.length === 0) throw new UserError(2, `the themes file ${path} has no rows`, REMEDY);
  return members;
}

function dimensionOf(code: string): ThemeMember["dimension"] | null {
  if (!/^\d+$/.test(code)) return null;
  return code.length === 2 ? "hs2" : code.length === 4 ? "hs4" : code.length === 6 ? "hs6" : null;
}

/** A code may be of another edition of the nomenclature; its heading, which origo cannot know, says that it is meant. */
function unknownCode(place: string, code: string, headings: ReadonlyMap<string, string>): UserError {
  const away = (other: string): number => Math.abs(Number(other) - Number(code));
  const [nearest = ""] = [...headings.keys()]
    .filter((each) => each.length === code.length)
    .toSorted((a, b) => away(a) - away(b));
  return new UserError(
    2,
    `${place}: the Harmonized System (edition 2022) has no ${code}`,
    `the nearest is ${nearest} (${headings.get(nearest)}); a code of another edition is accepted when the column heading says what it is`,
  );
}
