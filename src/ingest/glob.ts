import { normalize, sep } from "node:path";

const SPECIAL = /[*?{[]/;

/** Whether a name is a pattern: `*` and `?` within a folder, `**` over folders, `{a,b}`, `[abc]`. */
export function isGlob(name: string): boolean {
  return SPECIAL.test(name);
}

/** The folder below which everything lies that a pattern can match. */
export function globBase(glob: string): string {
  const parts = slashed(glob).split("/");
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => SPECIAL.test(part)),
  );
  return fixed.length === 0 ? "." : fixed.join("/") || "/";
}

/** A pattern as a regular expression over paths that are written with `/`. */
export function globPattern(glob: string): RegExp {
  const source = slashed(glob).replaceAll(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|\[[^\]]*\]|[^\w/]/g, (token) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (/^\{.*\}$/.test(token)) return `(?:${token.slice(1, -1).split(",").map(escaped).join("|")})`;
    return /^\[.+\]$/.test(token) ? token.replace("[!", "[^") : escaped(token);
  });
  return new RegExp(`^${source}$`);
}

function slashed(glob: string): string {
  return normalize(glob).replaceAll(sep, "/");
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w]/g, "\\$&");
}
