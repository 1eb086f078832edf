import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import { NO_PROGRESS } from "../domain/progress.ts";
import type { Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { classify } from "../ingest/classify.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { readProfile } from "../ingest/read-profile.ts";
import { openStore, type StoreOptions } from "./open-store.ts";
import { assertFreeForRejects, writeRejects } from "./write-rejects.ts";
import { withWorkFolder } from "./work-folder.ts";
import { loadEuMemberships } from "../reference/blocs.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import { readOwnRates } from "../reference/own-rates.ts";
import type { DayRate } from "../reference/rates.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { storedRates } from "../store/own-rates.ts";
import { createSchema, readStoreInfo } from "../store/schema.ts";
import { fillEuMembers } from "../store/selection.ts";

/** How source files are to be read; what is absent is detected. */
export interface SourceOptions {
  readonly profile?: string;
  readonly chamber?: string;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  /** A file of exchange rates of the user's own. */
  readonly rates?: string;
  readonly sheet?: string;
}

/** Where the certificates of a read command come from and which of them it is about. */
export interface ReadOptions extends SourceOptions, StoreOptions {
  /** Files, directories, globs or `-`; when empty, the store is read. */
  readonly inputs: readonly string[];
  readonly currency?: string;
  /** Where to write the rejected rows, to be corrected and ingested. */
  readonly rejects?: string;
  readonly selection: Selection;
}

/** Opens the certificates for reading and hands them to `work`: straight from files, or from a store. */
export async function withCertificates<Result>(
  options: ReadOptions,
  work: (engine: Engine, currency: string) => Promise<Result>,
): Promise<Result> {
  return withWorkFolder(async (folder) => {
    const currency = reportCurrency(options.currency);
    refuseIdleOptions(options);
    const engine =
      options.inputs.length > 0
        ? await readFiles(options, currency, folder)
        : await readStore(options, currency, folder);
    try {
      if (options.selection.scope !== "all") await fillEuMembers(engine, loadEuMemberships());
      if (options.rejects !== undefined) await assertFreeForRejects(engine, options.rejects, options.inputs);
      const result = await work(engine, currency);
      if (options.rejects !== undefined) await writeRejects(engine, options.rejects, null);
      return result;
    } finally {
      engine.close();
    }
  });
}

/** An option that would change nothing is a misunderstanding, and is not passed over in silence. */
function refuseIdleOptions({ inputs, store, profile, chamber, dateOrder, decimalMark }: ReadOptions): void {
  if (inputs.length > 0 && store !== undefined) {
    throw new UserError(
      2,
      "both files and a store are given",
      "leave out --store to read the files, or the files to read the store",
    );
  }
  const idle = Object.entries({ profile, chamber, "date-order": dateOrder, "decimal-mark": decimalMark }).find(
    ([, value]) => value !== undefined,
  );
  if (inputs.length === 0 && idle !== undefined) {
    throw new UserError(
      2,
      `--${idle[0]} says how files are read, and no files are given`,
      "give it to origo ingest, or give files here",
    );
  }
}

function reportCurrency(text: string = DEFAULT_CURRENCY): string {
  const currency = loadCurrencies()(text);
  if (currency === null) throw new UserError(2, `"${text}" is not a currency`, "give an ISO 4217 code, such as EUR");
  return currency;
}

async function readFiles(options: ReadOptions, currency: string, folder: string): Promise<Engine> {
  const engine = await openEngine({ spillFolder: folder });
  await createSchema(engine);
  const { progress = NO_PROGRESS } = options;
  await ingestFiles(engine, options.inputs, sourceProfile(options), folder, progress);
  progress({ what: "counting" });
  await classify(engine, currency, { ownRates: ownRates(options) });
  return engine;
}

async function readStore(options: ReadOptions, currency: string, folder: string): Promise<Engine> {
  const engine = await openStore(options, true, folder);
  const { reportCurrency: stored } = await readStoreInfo(engine);
  const own = ownRates(options);
  if (stored !== currency || own.length > 0) {
    await classify(engine, currency, { ownRates: [...(await storedRates(engine)), ...own], temporary: true });
  }
  return engine;
}

/** The rates that the user gives with the files. */
export function ownRates(options: SourceOptions): readonly DayRate[] {
  return options.rates === undefined ? [] : readOwnRates(options.rates);
}

/** The profile in force: the file's, then what the command line answers. */
export function sourceProfile(options: SourceOptions): Profile {
  const profile = options.profile === undefined ? {} : readProfile(options.profile);
  return {
    ...profile,
    ...(options.chamber === undefined ? {} : { constants: { ...profile.constants, chamber: options.chamber } }),
    ...(options.dateOrder === undefined ? {} : { date_order: options.dateOrder }),
    ...(options.decimalMark === undefined ? {} : { decimal_mark: options.decimalMark }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
  };
}
