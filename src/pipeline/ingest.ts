import { existsSync, rmSync } from "node:fs";

import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import { classify } from "../ingest/classify.ts";
import { ingestFiles, type IngestedFile } from "../ingest/ingest-files.ts";
import { withWorkFolder } from "./work-folder.ts";
import { readAccount, readProblems, type Account } from "../store/account.ts";
import { openEngine } from "../store/engine.ts";
import { assertSchema, createSchema } from "../store/schema.ts";
import type { Problem } from "../domain/problem.ts";
import { DEFAULT_STORE, sourceProfile, type SourceOptions } from "./open-certificates.ts";

export interface IngestOptions extends SourceOptions {
  readonly inputs: readonly string[];
  readonly store?: string;
}

export interface Ingest {
  readonly store: string;
  readonly files: readonly IngestedFile[];
  /** Of the whole store, not of this run alone. */
  readonly account: Account;
  readonly problems: readonly Problem[];
}

/** Loads files into a store, all of them or, when one fails, none. */
export async function ingest(options: IngestOptions): Promise<Ingest> {
  const store = options.store ?? DEFAULT_STORE;
  const isNew = !existsSync(store);
  try {
    return await withWorkFolder(async (folder) => {
      const engine = await openEngine({ path: store, spillFolder: folder });
      try {
        if (!isNew) await assertSchema(engine, store);
        const files = await engine.transaction(async () => {
          await createSchema(engine);
          const ingested = await ingestFiles(engine, options.inputs, sourceProfile(options), folder);
          if (ingested.some((file) => file.outcome !== "known")) await classify(engine, DEFAULT_CURRENCY);
          return ingested;
        });
        return { store, files, account: await readAccount(engine), problems: await readProblems(engine, 1000) };
      } finally {
        engine.close();
      }
    });
  } catch (error) {
    // A store that this run began and could not fill would be an empty file that looks like data.
    if (isNew) for (const file of [store, `${store}.wal`]) rmSync(file, { force: true });
    throw error;
  }
}
