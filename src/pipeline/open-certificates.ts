import type { Dimension } from "../domain/dimension.ts";
import type { ChambersTogether } from "../domain/region.ts";
import type { Selection } from "../domain/scope.ts";
import type { SetFiles } from "../domain/set-files.ts";
import type { RegisterFile } from "./count-certificates.ts";
import { fillReferences } from "./fill-references.ts";
import { openStore, type StoreOptions } from "./open-store.ts";
import { refuseIdleOptions } from "./refuse-idle-options.ts";
import { reportCurrency } from "./report-currency.ts";
import type { SourceOptions } from "./source-options.ts";
import { makeWorkFolder } from "./work-folder.ts";
import type { Engine } from "../store/engine.ts";

/** Where the certificates of a read command come from and which of them it is about. */
export interface ReadOptions extends SourceOptions, StoreOptions, SetFiles, RegisterFile {
  /** Files, directories, globs or `-`; when empty, the store is read. */
  readonly inputs: readonly string[];
  readonly currency?: string;
  /** Where to write the rejected rows, to be corrected and ingested. */
  readonly rejects?: string;
  readonly selection: Selection;
  /** Refuses to compare periods of which a month is missing. */
  readonly failOnIncomplete?: boolean;
  /** Puts the certificates of several chambers together. */
  readonly together?: ChambersTogether;
}

/** Certificates that are open for reading, in a report currency. */
export interface OpenedCertificates {
  readonly engine: Engine;
  readonly currency: string;
  readonly close: () => void;
}

/** Opens certificates straight from files, or from a store. `dimensions` are those that are added up by, beyond the selection. */
export async function openEngineOn(
  options: ReadOptions,
  dimensions: readonly Dimension[] = [],
): Promise<OpenedCertificates> {
  const currency = reportCurrency(options);
  refuseIdleOptions(options);
  const folder = makeWorkFolder();
  let engine: Engine | null = null;
  const close = (): void => {
    engine?.close();
    folder.remove();
  };
  try {
    engine = await readCertificates(options, currency, folder.path);
    await fillReferences(engine, options, dimensions);
    return { engine, currency, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens the certificates for reading, hands them to `work`, and closes them. */
export async function withCertificates<Result>(
  options: ReadOptions,
  work: (engine: Engine, currency: string) => Promise<Result>,
  dimensions: readonly Dimension[] = [],
): Promise<Result> {
  const { engine, currency, close } = await openEngineOn(options, dimensions);
  try {
    if (options.rejects === undefined) return await work(engine, currency);
    const { assertFreeForRejects, writeRejects } = await import("./write-rejects.ts");
    await assertFreeForRejects(engine, options.rejects, options.inputs);
    const result = await work(engine, currency);
    await writeRejects(engine, options.rejects, null);
    return result;
  } finally {
    close();
  }
}

async function readCertificates(options: ReadOptions, currency: string, folder: string): Promise<Engine> {
  const { together, inputs } = options;
  if (together?.region == null) return (inputs.length > 0 ? readFiles : readStore)(options, currency, folder);
  const { countRegion } = await import("./count-region.ts");
  return countRegion(options, together.region, currency, folder);
}

async function readFiles(options: ReadOptions, currency: string, folder: string): Promise<Engine> {
  const { countFiles } = await import("./count-certificates.ts");
  return countFiles(options, currency, folder);
}

async function readStore(options: ReadOptions, currency: string, folder: string): Promise<Engine> {
  const { engine, info } = await openStore(options, true, folder);
  const { rates, register, together } = options;
  const isAsStored = rates === undefined && register === undefined && together === undefined;
  if (info.reportCurrency !== currency || !isAsStored) {
    const { countAnew } = await import("./count-certificates.ts");
    await countAnew(engine, options, currency);
  }
  return engine;
}
