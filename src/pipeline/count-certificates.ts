import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import type { Register } from "../domain/register.ts";
import { classify } from "../ingest/classify.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { readRegister } from "../reference/register.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { storedRates } from "../store/own-rates.ts";
import { createSchema } from "../store/schema.ts";
import { ownRates, sourceProfile, type SourceOptions } from "./source-options.ts";

/** A file of the user's own that says how large exporters are. */
export interface RegisterFile {
  readonly register?: string;
}

export interface FilesOptions extends SourceOptions, RegisterFile {
  /** Files, directories, globs or `-`. */
  readonly inputs: readonly string[];
  readonly memoryLimit?: string;
  readonly progress?: Progress;
}

/** Reads files into memory and counts their certificates. */
export async function countFiles(options: FilesOptions, currency: string, folder: string): Promise<Engine> {
  const { memoryLimit, progress = NO_PROGRESS } = options;
  const engine = await openEngine({ spillFolder: folder, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
  try {
    await createSchema(engine);
    await ingestFiles(engine, options.inputs, sourceProfile(options), folder, { progress, temporary: true });
    progress({ what: "counting" });
    await classify(engine, currency, { ownRates: ownRates(options), register: registerOf(options), temporary: true });
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Counts the certificates of a store in another currency, at rates or with a register of the user's own; the store stays as it is. */
export async function countAnew(
  engine: Engine,
  options: SourceOptions & RegisterFile,
  currency: string,
): Promise<void> {
  const rates = [...(await storedRates(engine)), ...ownRates(options)];
  await classify(engine, currency, { ownRates: rates, register: registerOf(options), temporary: true });
}

function registerOf({ register }: RegisterFile): Register | undefined {
  return register === undefined ? undefined : readRegister(register);
}
