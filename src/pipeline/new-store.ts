import { existsSync, linkSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { isStoreInUse } from "../store/engine.ts";
import { forgetLeftover, isDead, noteLeftover } from "./leftovers.ts";

/**
 * Makes a store under a provisional name and gives it its own when it is whole: half of one would be a file that looks
 * like data. `null` when another process has made the store meanwhile.
 */
export async function makeStore<Result>(
  store: string,
  make: (partial: string) => Promise<Result>,
): Promise<Result | null> {
  await removeDeadStores(store);
  const partial = `${store}.${process.pid}.partial`;
  const files = [partial, `${partial}.wal`];
  files.forEach(noteLeftover);
  try {
    const result = await make(partial);
    // Unlike renaming, linking never takes the place of a store that is there.
    linkSync(partial, store);
    return result;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
    throw error;
  } finally {
    for (const file of files) {
      rmSync(file, { force: true });
      forgetLeftover(file);
    }
  }
}

/** Removes the half stores of processes that were killed; one that anybody holds, on whatever machine, is left alone. */
async function removeDeadStores(store: string): Promise<void> {
  const [folder, name] = [dirname(store), basename(store)];
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    const [, processId] = /^\.(\d+)\.partial$/.exec(file.startsWith(name) ? file.slice(name.length) : "") ?? [];
    const path = join(folder, file);
    if (processId === undefined || !isDead(Number(processId)) || (await isStoreInUse(path))) continue;
    for (const each of [path, `${path}.wal`]) rmSync(each, { force: true });
  }
}
