import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

import type { Profile } from "../../src/domain/profile.ts";
import { NO_PROGRESS } from "../../src/domain/progress.ts";
import type { MonthSum, Sums } from "../../src/domain/sums.ts";
import { countFiles } from "../../src/pipeline/count-certificates.ts";
import { readOwnRates } from "../../src/reference/own-rates.ts";
import { readSums } from "../../src/store/read-sums.ts";
import { tallyFiles, type TallyOptions } from "../../src/tally/tally-files.ts";

export type Cut = NonNullable<TallyOptions["cut"]>;

export interface Reading {
  readonly profile?: Profile;
  readonly currency?: string;
  /** The path of a file of own rates. */
  readonly rates?: string;
}

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

export function newFolder(): string {
  made += 1;
  return mkdtempSync(join(folder, `${made}-`));
}

/** Writes files, `0.csv`, `1.csv` ..., and gives their paths. */
export function written(contents: readonly (string | Uint8Array)[]): readonly string[] {
  const own = newFolder();
  return contents.map((content, index) => {
    const path = join(own, `${index}.csv`);
    writeFileSync(path, content);
    return path;
  });
}

/** The sums that a tally gives; `null` where it leaves them to the engine. */
export async function tallied(inputs: readonly string[], reading: Reading, cut: Cut = {}): Promise<unknown> {
  const { profile = {}, currency = "EUR", rates } = reading;
  const ownRates = rates === undefined ? [] : readOwnRates(rates);
  const options = { inputs, profile, currency, ownRates, folder: newFolder(), memoryBytes: 1e9, cut };
  const sums = await tallyFiles({ ...options, progress: NO_PROGRESS });
  return sums && comparable(sums);
}

/** The sums that the engine gives. */
export async function counted(inputs: readonly string[], reading: Reading): Promise<unknown> {
  const { profile = {}, currency = "EUR", rates } = reading;
  const profilePath = join(newFolder(), "own.profile.json");
  writeFileSync(profilePath, JSON.stringify(profile));
  const options = { inputs, profile: profilePath, ...(rates === undefined ? {} : { rates }) };
  const engine = await countFiles(options, currency, newFolder());
  try {
    return comparable(await readSums(engine));
  } finally {
    engine.close();
  }
}

/** Which two of several exporters stand for them is open; and so is the order of the months. */
function comparable(sums: Sums): unknown {
  const months = sums.months.map(({ firstExporter, lastExporter, ...sum }) => [
    placeOf(sum),
    { ...sum, sole: firstExporter === lastExporter ? firstExporter : "several" },
  ]);
  return {
    ...sums,
    months: Object.fromEntries(months) as unknown,
    years: sums.years.toSorted((a, b) => a.year - b.year),
  };
}

function placeOf({ year, month, chamber, destination }: Pick<MonthSum, "year" | "month" | "chamber" | "destination">) {
  return `${year} ${month} ${chamber} ${destination}`;
}
