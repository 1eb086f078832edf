import { resolve } from "node:path";

import { UserError } from "../domain/user-error.ts";
import { findInputs } from "../ingest/find-inputs.ts";
import type { Engine } from "../store/engine.ts";
import { readRejects } from "../store/rejects.ts";
import { readStoredFiles } from "../store/stored-files.ts";
import { assertWritable, writeWholeFile } from "./write-file.ts";

/**
 * Refuses, before anything is read, a path for rejected rows that cannot be written, or a file that is read or on file:
 * corrected, it would one day take the place of the corrections that it brought before.
 */
export async function assertFreeForRejects(engine: Engine, path: string, inputs: readonly string[]): Promise<void> {
  const wanted = resolve(path);
  const taken = [...findInputs(inputs), ...(await readStoredFiles(engine))].some((file) => file.path === wanted);
  if (!taken) return assertWritable(path);
  throw new UserError(
    2,
    `--rejects ${path} would overwrite a file that certificates come from`,
    "give the rejected rows a file of their own, one for each round of corrections",
  );
}

/** Writes the rejected rows of the files with these ids, or of all, to be corrected and ingested. */
export async function writeRejects(engine: Engine, path: string, fileIds: readonly number[] | null): Promise<void> {
  const { renderRejects } = await import("../render/rejects.ts");
  writeWholeFile(path, renderRejects(await readRejects(engine, fileIds)));
}
