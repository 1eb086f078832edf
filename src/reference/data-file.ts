import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** The folder of shipped reference data, found upwards from this module: it runs from `src/` and, bundled, from `dist/`. */
function dataFolder(): URL {
  for (const up of ["../data/", "../../data/"]) {
    const folder = new URL(up, import.meta.url);
    if (existsSync(new URL("countries.csv", folder))) return folder;
  }
  throw new Error("the data folder of origo is missing: reinstall the package");
}

export function dataPath(name: string): string {
  return fileURLToPath(new URL(name, dataFolder()));
}

export function readDataText(name: string): string {
  const bytes = readFileSync(dataPath(name));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The rows of a shipped CSV file, one object per row, every cell as text. */
export function readDataRows<Column extends string>(name: string): readonly Readonly<Record<Column, string>>[] {
  const [header = "", ...lines] = readDataText(name).trimEnd().split("\n");
  const columns = header.split(",");
  // The columns of a shipped file are those that its reader names.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  }) as unknown as readonly Readonly<Record<Column, string>>[];
}

/** The cells of a line: in a shipped file, no cell has a line break. A parser for any CSV takes ten times as long to load and run. */
function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",");
  const cells = line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g);
  return [...cells].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}
