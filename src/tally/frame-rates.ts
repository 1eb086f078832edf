import { conversionRates, type DayRate } from "../reference/rates.ts";
import type { FrameRates } from "./add-up.ts";
import { BeyondTally } from "./beyond-tally.ts";
import type { Frame } from "./frame.ts";
import type { Convert } from "./set-aside.ts";

/** The rates of other currencies by day of a frame, in their order, and a function that converts by them. */
export function frameRates(
  frame: Frame,
  currencies: readonly string[],
  { currency, ownRates }: { readonly currency: string; readonly ownRates: readonly DayRate[] },
): { readonly rates: readonly FrameRates[]; readonly convert: Convert } {
  const [first, last] = [frame.days[frame.earliest], frame.days[frame.latest]];
  const found =
    currencies.length === 0 || first === undefined || last === undefined
      ? []
      : conversionRates(currency, currencies, first, last, ownRates);
  // The engine says what to do about it.
  if (currency !== "EUR" && currencies.length > 0 && found.length === 0) throw new BeyondTally("no rates");
  const positions = new Map(frame.days.map((day, position) => [day, position]));
  const rates = currencies.map(() => ({
    units: new Float64Array(frame.days.length),
    reportUnits: new Float64Array(frame.days.length),
  }));
  for (const { currency: from, day, units, reportUnits } of found) {
    const own = rates[currencies.indexOf(from)];
    const position = positions.get(day);
    if (own === undefined || position === undefined) continue;
    own.units[position] = Number(units);
    own.reportUnits[position] = Number(reportUnits);
  }
  const convert: Convert = (cents, from, day) => {
    if (from === currency) return cents;
    const own = rates[currencies.indexOf(from)];
    const position = positions.get(day) ?? -1;
    const units = BigInt(own?.units[position] ?? 0);
    return units === 0n ? null : (2n * cents * BigInt(own?.reportUnits[position] ?? 0) + units) / (2n * units);
  };
  return { rates, convert };
}
