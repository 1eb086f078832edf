import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

import { forgetLeftover, isDead, noteLeftover } from "./leftovers.ts";

/** Names the owner: a folder can be told from one of a machine that shares the place for temporary files. */
const PREFIX = `origo-${encodeURIComponent(hostname())}-`;

/** A temporary folder, until it is removed. */
export interface WorkFolder {
  readonly path: string;
  remove(): void;
}

export function makeWorkFolder(): WorkFolder {
  removeDeadFolders();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  noteLeftover(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
      forgetLeftover(path);
    },
  };
}

/** Runs `work` with a temporary folder of its own and removes it afterwards, whatever happens. */
export async function withWorkFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = makeWorkFolder();
  try {
    return await work(folder.path);
  } finally {
    folder.remove();
  }
}

/** A process that was killed leaves its folder behind, with whole unpacked files in it. */
function removeDeadFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    if (isDead(Number(name.slice(PREFIX.length).split("-")[0]))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
