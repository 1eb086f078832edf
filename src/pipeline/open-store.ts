import { existsSync } from "node:fs";

import type { Progress } from "../domain/progress.ts";
import type { StoreInfo } from "../domain/store-status.ts";
import { UserError } from "../domain/user-error.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { readStoreInfo } from "../store/schema.ts";

const DEFAULT_STORE = "origo.duckdb";

export interface StoreOptions {
  /** `./origo.duckdb` when absent. */
  readonly store?: string;
  /** How long to wait for a store that another process holds; not at all when absent. */
  readonly waitSeconds?: number;
  /** How much memory the engine may take for data, such as `512MB`; more of it goes to disk. */
  readonly memoryLimit?: string;
  readonly progress?: Progress;
}

/** A store is a file: an empty name, or one that is an address, is a slip. */
export function storePath(options: { readonly store?: string }): string {
  const { store = DEFAULT_STORE } = options;
  if (store.trim() === "" || /^(\w{2,}:|:)/.test(store)) {
    throw new UserError(2, `"${store}" is no store`, "a store is a file, such as ./origo.duckdb");
  }
  return store;
}

export interface OpenStore {
  readonly engine: Engine;
  readonly info: StoreInfo;
}

/** Opens a store that is there. */
export async function openStore(options: StoreOptions, readOnly: boolean, spillFolder: string): Promise<OpenStore> {
  const { waitSeconds, memoryLimit, progress } = options;
  const path = storePath(options);
  if (!existsSync(path)) {
    throw new UserError(
      2,
      options.store === undefined ? "there is nothing to read" : `there is no store ${path}`,
      "pass data files as arguments, or make a store with: origo ingest FILE...",
    );
  }
  const engine = await openEngine({
    path,
    readOnly,
    spillFolder,
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(progress === undefined ? {} : { progress }),
  });
  try {
    return { engine, info: await readStoreInfo(engine, path) };
  } catch (error) {
    engine.close();
    throw error;
  }
}
