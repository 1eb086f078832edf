import type { Balance } from "../domain/balance.ts";
import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import { NO_PROGRESS } from "../domain/progress.ts";
import type { StoredFile } from "../domain/store-status.ts";
import { classify } from "../ingest/classify.ts";
import { findStoredFile } from "../ingest/find-stored-file.ts";
import { readAccount } from "../store/account.ts";
import { compareCertificates, type CertificateChange } from "../store/certificate-change.ts";
import { storedRates } from "../store/own-rates.ts";
import { forgetStoredFile, readStoredFiles } from "../store/stored-files.ts";
import { openStore, storePath, type StoreOptions } from "./open-store.ts";
import { keepSums } from "./stored-sums.ts";
import { withWorkFolder } from "./work-folder.ts";

export interface ForgetOptions extends StoreOptions {
  /** Name as listed, path, or the beginning of the hash. */
  readonly file: string;
}

export interface Forgotten {
  readonly store: string;
  /** More than one when it is a workbook with several sheets. */
  readonly files: readonly StoredFile[];
  readonly change: CertificateChange;
  /** Of what is left. */
  readonly balance: Balance;
}

/** Removes the rows of one file from a store and counts again what is left. */
export async function forget(options: ForgetOptions): Promise<Forgotten> {
  const store = storePath(options);
  return withWorkFolder(async (folder) => {
    const forgotten = await forgetIn(store, options, folder);
    await keepSums(store, folder);
    return forgotten;
  });
}

async function forgetIn(store: string, options: ForgetOptions, folder: string): Promise<Forgotten> {
  const { progress = NO_PROGRESS } = options;
  const { engine } = await openStore(options, false, folder);
  try {
    const files = findStoredFile(await readStoredFiles(engine), options.file, store);
    const change = await engine.transaction(async () => {
      for (const file of files) {
        progress({ what: `removing ${file.name}` });
        await forgetStoredFile(engine, file.id);
      }
      const rates = await storedRates(engine);
      return compareCertificates(engine, () => classify(engine, DEFAULT_CURRENCY, { ownRates: rates }));
    });
    return { store, files, change, balance: (await readAccount(engine)).balance };
  } finally {
    engine.close();
  }
}
