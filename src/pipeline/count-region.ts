import { closeSync, openSync, readSync } from "node:fs";

import type { Profile } from "../domain/profile.ts";
import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import type { Chamber, Region } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import { findInputs } from "../ingest/find-inputs.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { readProfile } from "../ingest/read-profile.ts";
import { filesAfter, lastFileId, nameChamber } from "../store/chambers.ts";
import { copyStore } from "../store/copy-store.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { createSchema } from "../store/schema.ts";
import { countAnew, type CountOptions } from "./count-certificates.ts";
import { openStore } from "./open-store.ts";

export interface RegionOptions extends CountOptions {
  readonly memoryLimit?: string;
  readonly progress?: Progress;
}

/** Reads the files and stores of all chambers of a region into memory, and counts their certificates together. */
export async function countRegion(
  options: RegionOptions,
  region: Region,
  currency: string,
  folder: string,
): Promise<Engine> {
  const { memoryLimit, progress = NO_PROGRESS } = options;
  const engine = await openEngine({ spillFolder: folder, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
  try {
    await createSchema(engine);
    const owners = new Map<string, { readonly file: string; readonly chamber: Chamber }>();
    for (const chamber of region.chambers) {
      const last = await lastFileId(engine);
      const read = await readChamber(engine, chamber, folder, progress);
      const stored = (await filesAfter(engine, last)).map(({ name, sha256 }) => ({ file: name, sha256 }));
      for (const { file, sha256 } of [...read, ...stored]) {
        const owner = owners.get(sha256);
        if (owner !== undefined && owner.chamber !== chamber) throw sharedFile(owner, { file, chamber });
        owners.set(sha256, { file, chamber });
      }
      await nameChamber(engine, last, chamber.name, (names) => severalNames(chamber, names));
    }
    progress({ what: "counting" });
    await countAnew(engine, options, currency);
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Puts the rows of a chamber on file; gives the files that were read. */
async function readChamber(
  engine: Engine,
  chamber: Chamber,
  folder: string,
  progress: Progress,
): Promise<readonly { readonly file: string; readonly sha256: string }[]> {
  const inputs = findInputs(chamber.inputs);
  const stores = inputs.filter(({ path }) => path !== null && isStore(path));
  const files = inputs.filter((input) => !stores.includes(input));
  if (files.length === 0 && (chamber.profile !== null || chamber.currency !== null)) {
    throw new UserError(
      2,
      `chamber ${chamber.id}: profile and currency say how files are read, and it has only stores`,
      "leave them out, or name its files",
    );
  }
  for (const { name } of stores) {
    const { engine: store } = await openStore({ store: name }, true, folder);
    store.close();
    await copyStore(engine, name);
  }
  const told: Progress = (step) => progress({ ...step, what: `${chamber.name}: ${step.what}` });
  if (files.length === 0) return [];
  const names = files.map(({ name }) => name);
  const read = await ingestFiles(engine, names, profileOf(chamber), folder, { progress: told });
  return read.map(({ name, sha256 }) => ({ file: name, sha256 }));
}

function profileOf({ profile, currency }: Chamber): Profile {
  return {
    ...(profile === null ? {} : readProfile(profile)),
    ...(currency === null ? {} : { default_currency: currency }),
  };
}

/** The bytes with which a DuckDB database names itself, behind a checksum. */
const MAGIC = { text: "DUCK", offset: 8 };

function isStore(path: string): boolean {
  const bytes = Buffer.alloc(MAGIC.text.length);
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, bytes.length, MAGIC.offset);
  } finally {
    closeSync(file);
  }
  return bytes.toString("latin1") === MAGIC.text;
}

interface OwnedFile {
  readonly file: string;
  readonly chamber: Chamber;
}

function sharedFile(first: OwnedFile, second: OwnedFile): UserError {
  const same = first.file === second.file;
  return new UserError(
    2,
    same
      ? `${first.file} is an input of two chambers: ${first.chamber.id} and ${second.chamber.id}`
      : `${first.file} of chamber ${first.chamber.id} and ${second.file} of chamber ${second.chamber.id} have the same content`,
    "give each chamber files of its own: every certificate would be there twice",
  );
}

function severalNames({ id }: Chamber, names: readonly string[]): UserError {
  return new UserError(
    1,
    `the inputs of chamber ${id} name several chambers: ${names.join(", ")}`,
    "give each chamber files of its own, or compare the files as they are: origo compare FILE...",
  );
}
