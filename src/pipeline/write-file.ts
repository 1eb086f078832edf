import { renameSync, rmSync, writeFileSync } from "node:fs";

import { UserError } from "../domain/user-error.ts";

/** Writes a file: whole or, when it cannot be, not at all. */
export function writeWholeFile(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      2,
      `${path} cannot be written: ${reason}`,
      "check the folder, its permissions and the free space; an existing file is as it was",
    );
  }
}
