import { readFileSync, realpathSync } from "node:fs";
import { crc32 } from "node:zlib";

import type { RolledUpSums } from "../domain/sums.ts";
import { UserError } from "../domain/user-error.ts";
import { readSums } from "../store/read-sums.ts";
import { rollUp } from "../store/roll-up.ts";
import { SCHEMA_VERSION } from "../store/schema.ts";
import { storeState } from "../store/store-state.ts";
import { parseSums, sumsText } from "../store/sums-text.ts";
import { openStore } from "./open-store.ts";
import { writeWholeFile } from "./write-file.ts";

/** Raised when the form or the meaning of kept sums changes: those of another version are as good as none. */
const SUMS_VERSION = 2;

/** The sums of a store lie beside it, so that a report of years needs no engine. */
function sumsPath(store: string): string {
  return `${realpathSync(store)}.sums`;
}

/** The sums, in a report currency, that lie beside a store; `null` when there are none, or not those of what the store has. */
export function readStoredSums(store: string, currency: string): RolledUpSums | null {
  try {
    const state = storeState(store);
    if (state === null) return null;
    const bytes = readFileSync(sumsPath(store));
    const end = bytes.indexOf("\n");
    const sums = bytes.subarray(end + 1);
    return bytes.toString("utf8", 0, end) === seal(state, currency, sums) ? parseSums(sums) : null;
  } catch (error) {
    if (isAboutFiles(error)) return null;
    throw error;
  }
}

/**
 * Keeps the sums of a store that was written. Another process may write the store at any time: the sums count only when it is
 * the same before and after they are read. Where they cannot be kept, nothing is lost but time.
 */
export async function keepSums(store: string, folder: string): Promise<void> {
  try {
    const state = storeState(store);
    if (state === null) return;
    const { engine, info } = await openStore({ store }, true, folder);
    const sums = sumsText(rollUp(await readSums(engine).finally(() => engine.close())));
    if (info.reportCurrency === null || storeState(store) !== state) return;
    writeWholeFile(sumsPath(store), `${seal(state, info.reportCurrency, Buffer.from(sums))}\n${sums}`);
  } catch (error) {
    if (!isAboutFiles(error)) throw error;
  }
}

/** Whether a file is not there, is held, or may not be read or written: what is wrong with a store, the engine says. */
function isAboutFiles(error: unknown): boolean {
  return error instanceof UserError || (error instanceof Error && "code" in error);
}

/** The first line of the file. It ties sums to their form and to the content of a store, and shows damage. */
function seal(state: string, currency: string, sums: Buffer): string {
  return `origo-sums ${SUMS_VERSION} ${SCHEMA_VERSION} ${currency} ${crc32(sums)} ${state}`;
}
