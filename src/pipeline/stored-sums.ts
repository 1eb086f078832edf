import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";

import type { Sums } from "../domain/sums.ts";
import { UserError } from "../domain/user-error.ts";
import { readSums } from "../store/read-sums.ts";
import { SCHEMA_VERSION } from "../store/schema.ts";
import { storeState } from "../store/store-state.ts";
import { parseSums, sumsText } from "../store/sums-text.ts";
import { openStore } from "./open-store.ts";
import { writeWholeFile } from "./write-file.ts";

/** Raised when the form or the meaning of kept sums changes: those of another version are as good as none. */
const SUMS_VERSION = 1;

/** The sums of a store lie beside it, so that a report of years needs no engine. */
function sumsPath(store: string): string {
  return `${realpathSync(store)}.sums`;
}

/** The sums, in a report currency, that lie beside a store; `null` when there are none, or not those of what the store has. */
export function readStoredSums(store: string, currency: string): Sums | null {
  try {
    if (!existsSync(store)) return null;
    const text = readFileSync(sumsPath(store), "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    const state = storeState(store);
    return state !== null && text.slice(0, end) === seal(state, currency, body) ? parseSums(body) : null;
  } catch (error) {
    // A file that is not there, is a folder, or may not be read: the engine says what is wrong with a store.
    if (error instanceof Error && "code" in error) return null;
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
    const sums = await readSums(engine).finally(() => engine.close());
    if (info.reportCurrency === null || storeState(store) !== state) return;
    const body = sumsText(sums);
    writeWholeFile(sumsPath(store), `${seal(state, info.reportCurrency, body)}\n${body}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Ties sums to the content of a store; damage to either breaks it. */
function seal(state: string, currency: string, body: string): string {
  const versions = `${SUMS_VERSION} ${SCHEMA_VERSION}`;
  return createHash("sha256").update(`${versions} ${currency} ${state}\n${body}`).digest("hex");
}
