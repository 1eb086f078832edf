/**
 * The rows of the synthetic Limburg file, read with csv-parse: Dutch names and words, dates dd/mm/yyyy, amounts
 * 1.234,56.
 */
import type { Line } from "./counting.ts";
import { parseAmount } from "./exact.ts";
import { cellOf, dutchCountries, dutchStatuses, euroConverter, readTable } from "./reference.ts";

export function readLimburg(file: URL): readonly Line[] {
  const countryOf = dutchCountries();
  const statusOf = dutchStatuses();
  const toEuro = euroConverter();
  return readTable(file, ";").map((row) => {
    const day = isoDay(cellOf(row, "Datum afgifte"));
    const amount = cellOf(row, "Waarde");
    const exporter = cellOf(row, "Ondernemingsnummer").replaceAll(/[ .]/g, "");
    return {
      number: cellOf(row, "Certificaatnummer"),
      day,
      status: statusOf(cellOf(row, "Status")),
      replaces: cellOf(row, "Vervangt") || null,
      destination: countryOf(cellOf(row, "Bestemming")),
      exporter,
      product: cellOf(row, "GN-code").slice(0, 6),
      cents: amount === "" ? null : toEuro(parseAmount(amount, ".", ","), cellOf(row, "Munt"), day),
      identity: JSON.stringify({ ...row, Ondernemingsnummer: exporter }),
    };
  });
}

function isoDay(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (year === "") throw new Error(`not a date: ${text}`);
  return `${year}-${month}-${day}`;
}
