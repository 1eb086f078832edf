import { existsSync, linkSync, rmSync } from "node:fs";

import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import type { Problem } from "../domain/problem.ts";
import { UserError } from "../domain/user-error.ts";
import { classify } from "../ingest/classify.ts";
import { ingestFiles, type IngestedFile } from "../ingest/ingest-files.ts";
import { withWorkFolder } from "./work-folder.ts";
import { readAccount, readProblems, type Account } from "../store/account.ts";
import { openEngine } from "../store/engine.ts";
import { storedRates, storeRates } from "../store/own-rates.ts";
import { assertSchema, createSchema } from "../store/schema.ts";
import { ownRates, sourceProfile, storePath, type SourceOptions } from "./open-certificates.ts";
import { LISTED_PROBLEMS } from "./provenance.ts";

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
  const store = storePath(options);
  return existsSync(store) ? ingestInto(store, store, options) : ingestIntoNew(store, options);
}

/** A new store gets its name when it is whole: half of one would be a file that looks like data. */
async function ingestIntoNew(store: string, options: IngestOptions): Promise<Ingest> {
  const partial = `${store}.${process.pid}.partial`;
  try {
    const result = await ingestInto(partial, store, options);
    // Unlike renaming, linking never takes the place of a store that another process has made meanwhile.
    linkSync(partial, store);
    return result;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new UserError(2, `another process made the store ${store} meanwhile`, "run the same command again");
    }
    throw error;
  } finally {
    for (const file of [partial, `${partial}.wal`]) rmSync(file, { force: true });
  }
}

async function ingestInto(path: string, store: string, options: IngestOptions): Promise<Ingest> {
  return withWorkFolder(async (folder) => {
    const engine = await openEngine({ path, name: store, spillFolder: folder });
    try {
      if (path === store) await assertSchema(engine, store);
      const files = await engine.transaction(async () => {
        await createSchema(engine);
        const ingested = await ingestFiles(engine, options.inputs, sourceProfile(options), folder);
        const rates = ownRates(options);
        await storeRates(engine, rates);
        if (rates.length > 0 || ingested.some((file) => file.outcome !== "known")) {
          await classify(engine, DEFAULT_CURRENCY, { ownRates: await storedRates(engine) });
        }
        return ingested;
      });
      return {
        store,
        files,
        account: await readAccount(engine),
        problems: await readProblems(engine, LISTED_PROBLEMS),
      };
    } finally {
      engine.close();
    }
  });
}
