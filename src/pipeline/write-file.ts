import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

import { UserError } from "../domain/user-error.ts";

/** Writes a file: whole or, when it cannot be, not at all. */
export function writeWholeFile(path: string, text: string): void {
  withPartial(path, (partial) => {
    writeFileSync(partial, text);
    renameSync(partial, path);
  });
}

/** Refuses, before long work, a path that could not be written after it. */
export function assertWritable(path: string): void {
  withPartial(path, (partial) => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    }
    writeFileSync(partial, "");
    rmSync(partial);
  });
}

function withPartial(path: string, work: (partial: string) => void): void {
  const partial = `${path}.${process.pid}.partial`;
  try {
    work(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    const reason = reasonOf(error);
    throw new UserError(
      2,
      `${path} cannot be written: ${reason}`,
      "check the folder, its permissions and the free space; an existing file is as it was",
    );
  }
}

/** Why a file cannot be written, without the names that only this program knows. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "its folder does not exist",
    ENOTDIR: "its folder is a file",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left",
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
