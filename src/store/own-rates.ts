import type { Engine } from "./engine.ts";

/** A rate of the user's own: units of the currency for one euro, times 10^6. */
interface OwnRate {
  readonly currency: string;
  readonly day: string;
  readonly rate: bigint;
}

/** The rates that were ingested with the files: a store keeps what its figures rest on. */
export async function storedRates(engine: Engine): Promise<readonly OwnRate[]> {
  const rows = await engine.rows<{ currency: string; day: string; rate: string }>(
    "select currency, day::varchar as day, rate::varchar as rate from own_rates order by currency, day",
  );
  return rows.map(({ currency, day, rate }) => ({ currency, day, rate: BigInt(rate) }));
}

/** Adds rates; one of the same currency and day takes the place of the earlier one. */
export async function storeRates(engine: Engine, rates: readonly OwnRate[]): Promise<void> {
  await engine.fill(
    "new_rate",
    ["currency", "day", "rate"],
    rates.map(({ currency, day, rate }) => [currency, day, String(rate)]),
  );
  await engine.run("delete from own_rates where (currency, day) in (select currency, day::date from new_rate)");
  await engine.run(
    "insert into own_rates select distinct on (currency, day) currency, day::date, rate::bigint from new_rate",
  );
}
