import { LANGUAGES, type Language } from "../domain/language.ts";

/** Whether a stream gets colour: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColour(flag: boolean, stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (!flag || (no !== undefined && no !== "")) return false;
  if (force !== undefined) return force !== "0" && force !== "false";
  return stream.isTTY === true && term !== "dumb";
}

/** The language of the locale; English when origo does not speak it. */
export function localeLanguage(): Language {
  const { LC_ALL: all, LC_MESSAGES: messages, LANG: lang } = process.env;
  const locale = [all, messages, lang].find((value) => value !== undefined && value !== "") ?? "";
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
}
