import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "../domain/user-error.ts";
import { forgetLeftover, noteLeftover } from "./leftovers.ts";

/** Writes a file: whole or, when it cannot be, not at all. */
export function writeWholeFile(path: string, text: string): void {
  withPartial(path, (partial) => {
    writeFileSync(partial, text);
    renameSync(partial, path);
  });
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Writes files into a folder, which is made when it is not there: all of them or, when one cannot be written, none. */
export function writeWholeFolder(folder: string, files: readonly NamedText[]): void {
  if (!existsSync(folder)) {
    withPartial(folder.replace(/[/\\]+$/, ""), (partial) => {
      mkdirSync(partial);
      for (const { name, text } of files) writeFileSync(join(partial, name), text);
      renameSync(partial, folder);
    });
    return;
  }
  const staged = files.map(({ name, text }) => ({
    path: join(folder, name),
    partial: partialOf(join(folder, name)),
    text,
  }));
  try {
    for (const { path, partial, text } of staged) explained(path, () => writeFileSync(partial, text));
    for (const { path, partial } of staged) explained(path, () => renameSync(partial, path));
  } finally {
    for (const { partial } of staged) rmSync(partial, { force: true });
  }
}

/** Has `make` write a file, or a folder, under a provisional name, and gives it its own when it is whole. */
export async function makeWhole(path: string, make: (partial: string) => Promise<void>): Promise<void> {
  const partial = partialOf(path);
  noteLeftover(partial);
  try {
    await make(partial);
    renameSync(partial, path);
  } catch (error) {
    const isFault = error instanceof Error && ("code" in error || error.message.startsWith("IO Error"));
    throw isFault ? unwritable(path, error) : error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
    forgetLeftover(partial);
  }
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
  const partial = partialOf(path);
  try {
    explained(path, () => work(partial));
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function partialOf(path: string): string {
  return `${path}.${process.pid}.partial`;
}

function explained(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UserError {
  return new UserError(
    2,
    `${path} cannot be written: ${reasonOf(error)}`,
    "check the folder, its permissions and the free space; an existing file is as it was",
  );
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
