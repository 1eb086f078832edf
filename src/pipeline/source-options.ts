import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import type { DayRate } from "../reference/rates.ts";

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

/** The rates that the user gives with the files. */
export async function ownRates(options: SourceOptions): Promise<readonly DayRate[]> {
  if (options.rates === undefined) return [];
  const { readOwnRates } = await import("../reference/own-rates.ts");
  return readOwnRates(options.rates);
}

/** The profile in force: the file's, then what the command line answers. */
export async function sourceProfile(options: SourceOptions): Promise<Profile> {
  const profile = options.profile === undefined ? {} : await profileOf(options.profile);
  return {
    ...profile,
    ...(options.chamber === undefined ? {} : { constants: { ...profile.constants, chamber: options.chamber } }),
    ...(options.dateOrder === undefined ? {} : { date_order: options.dateOrder }),
    ...(options.decimalMark === undefined ? {} : { decimal_mark: options.decimalMark }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
  };
}

async function profileOf(name: string): Promise<Profile> {
  const { readProfile } = await import("../ingest/read-profile.ts");
  return readProfile(name);
}
