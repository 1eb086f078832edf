import type { ChambersTogether } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import type { StoreOptions } from "./open-store.ts";
import type { SourceOptions } from "./source-options.ts";

/** Where certificates come from, and how they are to be read. */
interface Origin extends SourceOptions, Pick<StoreOptions, "store"> {
  readonly inputs: readonly string[];
  readonly together?: ChambersTogether;
}

/** An option that would change nothing is a misunderstanding, and is not passed over in silence. */
export function refuseIdleOptions(options: Origin): void {
  const { inputs, store, profile, chamber, dateOrder, decimalMark, together } = options;
  const reading = { profile, chamber, "date-order": dateOrder, "decimal-mark": decimalMark };
  if (together?.region != null) {
    const given = Object.entries({ store, ...reading }).find(([, value]) => value !== undefined);
    if (given === undefined && inputs.length === 0) return;
    throw new UserError(
      2,
      `${given === undefined ? `the input ${inputs[0] ?? ""}` : `--${given[0]}`} is given beside a region file`,
      "the region file names the inputs of each chamber, and how they are read: write it there",
    );
  }
  if (inputs.length > 0 && store !== undefined) {
    throw new UserError(
      2,
      "both files and a store are given",
      "leave out --store to read the files, or the files to read the store",
    );
  }
  const idle = Object.entries(reading).find(([, value]) => value !== undefined);
  if (inputs.length === 0 && idle !== undefined) {
    throw new UserError(
      2,
      `--${idle[0]} says how files are read, and no files are given`,
      "give it to origo ingest, or give files here",
    );
  }
}
