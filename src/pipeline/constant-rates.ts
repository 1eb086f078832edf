import type { Fraction } from "../domain/fraction.ts";
import { conversionRates } from "../reference/rates.ts";
import { buildConstantRateGrowth } from "../report/constant-rates.ts";
import type { SeriesRow } from "../report/yearly-series.ts";
import { lastYearsDays, totalsAtLastYearsRates } from "../store/constant-rates.ts";
import type { Engine } from "../store/engine.ts";
import { storedRates } from "../store/own-rates.ts";
import { selectCertificates } from "../store/selection.ts";
import type { ReadOptions } from "./open-certificates.ts";
import { ownRates } from "./source-options.ts";

/** The growth of each year as if the exchange rates had not moved since the year before. */
export async function readConstantRateGrowth(
  engine: Engine,
  currency: string,
  options: ReadOptions,
  series: readonly SeriesRow[],
): Promise<ReadonlyMap<number, Fraction | null>> {
  const days = await lastYearsDays(engine);
  if (days === null) return new Map();
  const own = [...(await storedRates(engine)), ...(await ownRates(options))];
  const rates = conversionRates(currency, days.currencies, days.from, days.to, own);
  const months = await totalsAtLastYearsRates(engine, currency, rates, selectCertificates(options.selection));
  return buildConstantRateGrowth(series, months);
}
