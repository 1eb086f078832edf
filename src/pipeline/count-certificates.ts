import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import { classify } from "../ingest/classify.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { storedRates } from "../store/own-rates.ts";
import { createSchema } from "../store/schema.ts";
import { ownRates, sourceProfile, type SourceOptions } from "./source-options.ts";

export interface FilesOptions extends SourceOptions {
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
    await ingestFiles(engine, options.inputs, sourceProfile(options), folder, progress);
    progress({ what: "counting" });
    await classify(engine, currency, { ownRates: ownRates(options), temporary: true });
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Counts the certificates of a store in another currency, or at rates of the user's own; the store stays as it is. */
export async function countAnew(engine: Engine, options: SourceOptions, currency: string): Promise<void> {
  const rates = [...(await storedRates(engine)), ...ownRates(options)];
  await classify(engine, currency, { ownRates: rates, temporary: true });
}
