import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import type { ChambersTogether } from "../domain/region.ts";
import type { Register } from "../domain/register.ts";
import { classify, type ClassifyOptions } from "../ingest/classify.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { readRegister } from "../reference/register.ts";
import { namedChambers } from "../store/chambers.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { storedRates } from "../store/own-rates.ts";
import { createSchema } from "../store/schema.ts";
import { ownRates, sourceProfile, type SourceOptions } from "./source-options.ts";

/** A file of the user's own that says how large exporters are. */
export interface RegisterFile {
  readonly register?: string;
}

/** What the certificates of rows are counted with. */
export interface CountOptions extends SourceOptions, RegisterFile {
  readonly together?: ChambersTogether;
}

export interface FilesOptions extends CountOptions {
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
    await ingestFiles(engine, options.inputs, await sourceProfile(options), folder, { progress, temporary: true });
    progress({ what: "counting" });
    await classify(engine, currency, await classifyOptions(engine, options));
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Counts the certificates of a store anew, as the user wants them: in another currency, say. The store stays as it is. */
export async function countAnew(engine: Engine, options: CountOptions, currency: string): Promise<void> {
  await classify(engine, currency, await classifyOptions(engine, options));
}

/** What the user gives beside the rows: rates, before those that are stored with them, a register, and chambers put together. */
async function classifyOptions(engine: Engine, { together, ...options }: CountOptions): Promise<ClassifyOptions> {
  const rates = [...(await storedRates(engine)), ...(await ownRates(options))];
  return {
    ownRates: rates,
    register: registerOf(options),
    temporary: true,
    ...(together === undefined
      ? {}
      : {
          // Chambers that the certificates name themselves are in order of their names.
          crossBorder: {
            keepers: together.region?.chambers.map(({ name }) => name) ?? (await namedChambers(engine)),
            countBoth: together.countBoth,
          },
        }),
  };
}

function registerOf({ register }: RegisterFile): Register | undefined {
  return register === undefined ? undefined : readRegister(register);
}
