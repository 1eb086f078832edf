import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const open = new Set<string>();

/** Runs `work` with a temporary folder of its own and removes it afterwards, whatever happens. */
export async function withWorkFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "origo-"));
  open.add(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    open.delete(folder);
  }
}

/** For an interrupt: removes the folders of work that will not come to its end. */
export function removeWorkFolders(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}
