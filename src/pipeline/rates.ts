import { ratesPath, readRateLines } from "../reference/rates.ts";
import { updateRates } from "../reference/update-rates.ts";

/** Which rates are in force: where the table is, and the days that it covers. */
export function ratesText(): string {
  const lines = readRateLines();
  const [first, last] = [lines[1]?.slice(0, 10), lines.at(-1)?.slice(0, 10)];
  return `ECB euro reference rates of ${first} to ${last}: ${ratesPath()}\n`;
}

/** Puts the ECB's history in force and says what that changed. */
export function updateRatesText(path: string): string {
  const { newDays, changedRates, firstDay, lastDay, path: written } = updateRates(path);
  return `ECB euro reference rates of ${firstDay} to ${lastDay}: ${newDays} new days, ${changedRates} corrected rates: ${written}\n`;
}
