import type { Place } from "../domain/place.ts";

/** The path of a file from where the project lies, with slashes; `null` of what is no file, such as standard input. */
export type PathOf = (file: string) => string | null;

/** A message of a step in GitHub Actions, at the first of its places that is in a file. */
export interface Annotation {
  readonly level: "error" | "warning";
  readonly places: readonly Place[];
  readonly title: string;
  readonly text: string;
}

/** GitHub shows ten annotations of a level in a step, and drops the others in silence. */
const SHOWN_OF_A_LEVEL = 10;

/** Annotations as workflow commands; when there are more of a level than GitHub shows, the last one says so. */
export function renderAnnotations(
  annotations: readonly Annotation[],
  pathOf: PathOf,
  more: (count: number) => string,
): string {
  const lines = (["error", "warning"] as const).flatMap((level) => {
    const all = annotations.filter((annotation) => annotation.level === level);
    if (all.length <= SHOWN_OF_A_LEVEL) return all.map((annotation) => command(annotation, pathOf));
    const shown = all.slice(0, SHOWN_OF_A_LEVEL - 1);
    const rest: Annotation = { level, places: [], title: "origo", text: more(all.length - shown.length) };
    return [...shown, rest].map((annotation) => command(annotation, pathOf));
  });
  return lines.map((line) => `${line}\n`).join("");
}

function command({ level, places, title, text }: Annotation, pathOf: PathOf): string {
  const [place] = places.flatMap(({ file, line }) => {
    const path = pathOf(file);
    return path === null ? [] : [{ path, line }];
  });
  const at = place === undefined ? "" : `file=${escapeProperty(place.path)},line=${place.line},`;
  return `::${level} ${at}title=${escapeProperty(title)}::${escapeData(text)}`;
}

/** The escapes of the runner's own toolkit (`@actions/core`, command.ts). */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
