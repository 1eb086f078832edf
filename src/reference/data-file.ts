import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

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
  return parse(readDataText(name), { columns: true });
}
