import { NO_PROGRESS } from "../domain/progress.ts";
import type { RolledUpSums } from "../domain/sums.ts";
import { rollUp } from "../store/roll-up.ts";
import { tallyFiles } from "../tally/tally-files.ts";
import type { ReadOptions } from "./open-certificates.ts";
import { ownRates, sourceProfile } from "./source-options.ts";
import { withWorkFolder } from "./work-folder.ts";

/** The sums of files in a report currency, without an engine; `null` where it takes one. */
export async function tallySums(options: ReadOptions, currency: string): Promise<RolledUpSums | null> {
  const { inputs, memoryLimit, progress = NO_PROGRESS } = options;
  const memoryBytes = memoryLimit === undefined ? DEFAULT_MEMORY : bytesOf(memoryLimit);
  if (inputs.includes("-") || memoryBytes === null) return null;
  const [profile, rates] = [await sourceProfile(options), await ownRates(options)];
  const sums = await withWorkFolder((folder) =>
    tallyFiles({
      inputs,
      profile,
      currency,
      ownRates: rates,
      folder,
      memoryBytes,
      progress,
    }),
  );
  return sums && rollUp(sums);
}

const DEFAULT_MEMORY = 1.5e9;
const UNITS = ["b", "kb", "mb", "gb", "tb"];

/** A size as the engine takes it, such as `512MB` or `1.5GiB`, in bytes; `null` for another. */
function bytesOf(text: string): number | null {
  const [, number, letter = "", binary] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b\s*$/i.exec(text) ?? [];
  if (number === undefined) return null;
  return Number(number) * (binary === "" ? 1000 : 1024) ** UNITS.indexOf(`${letter.toLowerCase()}b`);
}
