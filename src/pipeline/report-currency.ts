import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import type { ChambersTogether } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import { loadCurrencies } from "../reference/currencies.ts";

/** The currency in which values are added up: the one asked for, or that of the region. */
export function reportCurrency({
  currency: text,
  together,
}: {
  readonly currency?: string;
  readonly together?: ChambersTogether;
}): string {
  if (text === undefined) return together?.region?.currency ?? DEFAULT_CURRENCY;
  const currency = loadCurrencies()(text);
  if (currency === null) throw new UserError(2, `"${text}" is not a currency`, "give an ISO 4217 code, such as EUR");
  return currency;
}
