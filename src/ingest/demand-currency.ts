import { UserError } from "../domain/user-error.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import type { Engine } from "../store/engine.ts";
import type { Mapping } from "./map-columns.ts";

/**
 * Where the header of the value column names a currency and there is a column of currencies too, the two must agree in the
 * rows of the view `staged`: `Value (EUR)` beside `USD` may be an amount in either.
 */
export async function demandCurrency(
  engine: Engine,
  { headerCurrency, columns }: Mapping,
  headers: readonly string[],
  name: string,
): Promise<void> {
  if (headerCurrency === null) return;
  const currencyOf = loadCurrencies();
  const texts = await engine.rows<{ currency: string }>(
    "select distinct currency from staged where value is not null and currency is not null order by currency",
  );
  const other = texts.find(({ currency }) => (currencyOf(currency) ?? headerCurrency) !== headerCurrency);
  if (other === undefined) return;
  const headerOf = (field: "value" | "currency"): string => headers[columns.get(field)?.[0] ?? -1] ?? "";
  throw new UserError(
    1,
    `${name}: the column "${headerOf("value")}" is in ${headerCurrency}, but "${headerOf("currency")}" has "${other.currency}"`,
    `say which is right in a profile: {"constants": {"currency": "${headerCurrency}"}} or {"columns": {"currency": "${headerOf("currency")}"}}`,
  );
}
