import { existsSync } from "node:fs";

import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import type { Problem } from "../domain/problem.ts";
import { NO_PROGRESS } from "../domain/progress.ts";
import { UserError } from "../domain/user-error.ts";
import { classify } from "../ingest/classify.ts";
import { hasChanges, ingestFiles, type IngestedFile } from "../ingest/ingest-files.ts";
import { LISTED_PROBLEMS, type Account } from "../domain/sums.ts";
import { readAccount, readProblems } from "../store/account.ts";
import { compareCertificates, type CertificateChange } from "../store/certificate-change.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { storedRates, storeRates } from "../store/own-rates.ts";
import { createSchema } from "../store/schema.ts";
import { makeStore } from "./new-store.ts";
import { ownRates, sourceProfile, type SourceOptions } from "./source-options.ts";
import { openStore, storePath, type StoreOptions } from "./open-store.ts";
import { keepSums } from "./stored-sums.ts";
import { withWorkFolder } from "./work-folder.ts";
import { assertFreeForRejects, writeRejects } from "./write-rejects.ts";

export interface IngestOptions extends SourceOptions, StoreOptions {
  readonly inputs: readonly string[];
  /** Where to write the rejected rows of these inputs, to be corrected and ingested. */
  readonly rejects?: string;
}

export interface Ingest {
  readonly store: string;
  readonly files: readonly IngestedFile[];
  /** `null` when neither files nor rates changed anything. */
  readonly change: CertificateChange | null;
  /** Of the whole store, not of this run alone. */
  readonly account: Account;
  readonly problems: readonly Problem[];
}

/** Loads files into a store, all of them or, when one fails, none. */
export async function ingest(options: IngestOptions): Promise<Ingest> {
  const store = storePath(options);
  return withWorkFolder(async (folder) => {
    const result =
      (await ingestIntoNew(store, options, folder)) ??
      (await ingestInto((await openStore(options, false, folder)).engine, store, options, folder));
    await keepSums(store, folder);
    return result;
  });
}

/** Makes the store; `null` when there is one. */
async function ingestIntoNew(store: string, options: IngestOptions, folder: string): Promise<Ingest | null> {
  if (existsSync(store)) return null;
  const made = await makeStore(store, async (path) =>
    ingestInto(await openEngine({ ...options, path, name: store, spillFolder: folder }), store, options, folder),
  );
  if (made === null && options.inputs.includes("-")) {
    throw new UserError(2, `another process made the store ${store} meanwhile`, "run the same command again");
  }
  return made;
}

async function ingestInto(engine: Engine, store: string, options: IngestOptions, folder: string): Promise<Ingest> {
  const { inputs, progress = NO_PROGRESS } = options;
  try {
    const { files, change } = await engine.transaction(async () => {
      await createSchema(engine);
      if (options.rejects !== undefined) await assertFreeForRejects(engine, options.rejects, inputs);
      const ingested = await ingestFiles(engine, inputs, await sourceProfile(options), folder, { progress });
      const given = await ownRates(options);
      await storeRates(engine, given);
      if (given.length === 0 && !hasChanges(ingested)) return { files: ingested, change: null };
      progress({ what: "counting" });
      const rates = await storedRates(engine);
      const compared = await compareCertificates(engine, () => classify(engine, DEFAULT_CURRENCY, { ownRates: rates }));
      progress({ what: `writing ${store}` });
      return { files: ingested, change: compared };
    });
    if (options.rejects !== undefined) {
      await writeRejects(
        engine,
        options.rejects,
        files.flatMap(({ id }) => id ?? []),
      );
    }
    return {
      store,
      files,
      change,
      account: await readAccount(engine),
      problems: await readProblems(engine, LISTED_PROBLEMS),
    };
  } finally {
    engine.close();
  }
}
