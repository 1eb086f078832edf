import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

import { UserError } from "../domain/user-error.ts";
import { globBase, globPattern, isGlob } from "./glob.ts";

/** One file to read. */
export interface Input {
  /** As the user wrote it; what messages and outputs show. */
  readonly name: string;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
}

const DATA_FILE = /\.((csv|tsv|tab|txt|json|ndjson|jsonl)(\.(gz|zst))?|parquet|xlsx|xlsm)$/i;

/**
 * Turns arguments (files, directories, globs, `-`) into files, in a fixed order, each once. Which format a file has is
 * decided by its content; its name only tells which files of a directory are meant.
 */
export function findInputs(names: readonly string[]): readonly Input[] {
  const inputs = names.flatMap((name) => (name === "-" ? [{ name: "stdin", path: null }] : findFiles(name)));
  const unique = new Map<string | null, Input>();
  for (const input of inputs) {
    const key = input.path === null ? null : realpathSync(input.path);
    if (!unique.has(key)) unique.set(key, input);
  }
  return [...unique.values()];
}

function findFiles(name: string): readonly Input[] {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats === undefined) return isGlob(name) ? findMatches(name) : missing(name, "there is no file");
  if (!stats.isDirectory()) return [{ name, path: resolve(name) }];
  const files = filesBelow(name).filter((file) => DATA_FILE.test(file));
  if (files.length === 0) {
    throw new UserError(
      2,
      `the directory ${name} has no data files`,
      "data files end in .csv, .tsv, .tab, .txt, .json, .ndjson or .jsonl (also packed: .gz, .zst), .parquet, .xlsx or .xlsm; name other files one by one",
    );
  }
  return files.map((file) => ({ name: join(name, file), path: resolve(name, file) }));
}

function findMatches(glob: string): readonly Input[] {
  const base = globBase(glob);
  const pattern = globPattern(glob);
  const stated = /\.[^/]*$/.test(glob);
  const names = statSync(base, { throwIfNoEntry: false })?.isDirectory() === true ? filesBelow(base) : [];
  const files = names
    .map((file) => (base === "." ? file : join(base, file)))
    .filter((file) => pattern.test(file.replaceAll(sep, "/")) && (stated || DATA_FILE.test(file)));
  if (files.length === 0) return missing(glob, "no file matches");
  return files.map((file) => ({ name: file, path: resolve(file) }));
}

/** The files in a directory and below it, without the hidden ones, in a fixed order. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((part) => part.startsWith(".")))
    .toSorted();
}

function missing(name: string, what: string): never {
  throw new UserError(
    2,
    `${what} ${name}`,
    "check the path; a read command takes data files, directories, globs or - for standard input",
  );
}
