import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { UserError } from "../domain/user-error.ts";

/** One file to read. */
export interface Input {
  /** As the user wrote it; what messages and outputs show. */
  readonly name: string;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
}

const DATA_FILE = /\.(csv|tsv|tab|txt)(\.gz)?$/i;

/** Turns arguments (files, directories, `-`) into files, in a fixed order. Which format a file has is decided by its content. */
export function findInputs(names: readonly string[]): readonly Input[] {
  const inputs = names.flatMap((name) => (name === "-" ? [{ name: "stdin", path: null }] : findFiles(name)));
  const unique = new Map(inputs.map((input) => [input.path, input]));
  return [...unique.values()];
}

function findFiles(name: string): readonly Input[] {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new UserError(
      2,
      `there is no file ${name}`,
      "check the path; a read command takes data files, directories or - for standard input",
    );
  }
  if (!stats.isDirectory()) return [{ name, path: resolve(name) }];
  const files = readdirSync(name)
    .filter((file) => DATA_FILE.test(file) && !file.startsWith("."))
    .toSorted()
    .map((file) => ({ name: join(name, file), path: resolve(name, file) }));
  if (files.length === 0) {
    throw new UserError(
      2,
      `the directory ${name} has no data files`,
      "data files end in .csv, .tsv, .tab or .txt, or in one of these and .gz; name other files one by one",
    );
  }
  return files;
}
