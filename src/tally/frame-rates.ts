import { EURO_RATE, rateTable, type DayRate } from "../reference/rates.ts";
import type { FrameRates } from "./add-up.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { convertCents } from "./convert-cents.ts";
import { dayNumber, type Frame } from "./frame.ts";
import type { Convert } from "./set-aside.ts";

/** The rates of other currencies by day of a frame, in their order, and a function that converts by them. */
export function frameRates(
  frame: Frame,
  currencies: readonly string[],
  { currency, ownRates }: { readonly currency: string; readonly ownRates: readonly DayRate[] },
): { readonly rates: readonly FrameRates[]; readonly convert: Convert } {
  const [first, last] = [frame.days[frame.earliest], frame.days[frame.latest]];
  if (currencies.length === 0 || first === undefined || last === undefined) {
    return { rates: [], convert: (cents) => cents };
  }
  const table = rateTable([...new Set([currency, ...currencies])], first, last, ownRates);
  const rateOn = (of: string, day: number): number => {
    const rate = of === "EUR" ? EURO_RATE : (table.rates.get(of)?.[day] ?? 0n);
    if (rate > Number.MAX_SAFE_INTEGER) throw new BeyondTally("a rate that is not exact");
    return Number(rate);
  };
  const rates = currencies.map((from) => {
    const own = { units: new Float64Array(frame.days.length), reportUnits: new Float64Array(frame.days.length) };
    for (let day = 0; day <= frame.latest - frame.earliest; day += 1) {
      const [units, reportUnits] = [rateOn(from, day), rateOn(currency, day)];
      if (units === 0 || reportUnits === 0) continue;
      own.units[frame.earliest + day] = units;
      own.reportUnits[frame.earliest + day] = reportUnits;
    }
    return own;
  });
  // The engine says what to do about it.
  if (currency !== "EUR" && rates.every(({ units }) => units.every((each) => each === 0))) {
    throw new BeyondTally("no rates");
  }
  const convert: Convert = (cents, from, day) => {
    if (from === currency) return cents;
    const own = rates[currencies.indexOf(from)];
    const position = dayNumber(day) - frame.firstDay;
    const units = BigInt(own?.units[position] ?? 0);
    return units === 0n ? null : convertCents(cents, units, BigInt(own?.reportUnits[position] ?? 0));
  };
  return { rates, convert };
}
