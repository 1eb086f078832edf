import { existsSync } from "node:fs";

import type { Progress } from "../domain/progress.ts";
import { UserError } from "../domain/user-error.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { assertSchema } from "../store/schema.ts";

export const DEFAULT_STORE = "origo.duckdb";

export interface StoreOptions {
  /** `./origo.duckdb` when absent. */
  readonly store?: string;
  /** How long to wait for a store that another process holds; not at all when absent. */
  readonly waitSeconds?: number;
  readonly progress?: Progress;
}

/** Opens a store that is there. */
export async function openStore(options: StoreOptions, readOnly: boolean, spillFolder: string): Promise<Engine> {
  const { store: path = DEFAULT_STORE, waitSeconds, progress } = options;
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
    ...(progress === undefined ? {} : { progress }),
  });
  try {
    await assertSchema(engine, path);
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
}
