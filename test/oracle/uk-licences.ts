/**
 * The rows of the United Kingdom's export licences, read with csv-parse. A licence group is a certificate; a month
 * stands for its first day; the column `count` is not mapped.
 */
import { readFileSync } from "node:fs";

import type { Line } from "./counting.ts";
import { parseAmount } from "./exact.ts";
import { cellOf, dataFile, euroConverter, namedCountries, readTable } from "./reference.ts";

export function readLicences(file: URL, currency: "GBP" | "EUR"): readonly Line[] {
  const countryOf = namedCountries(profileDestinations());
  const toEuro = euroConverter();
  return readTable(file).map((row) => {
    const date = cellOf(row, "date");
    const day = date.length === 7 ? `${date}-01` : date;
    const amount = cellOf(row, "value");
    const pence = amount === "" ? null : parseAmount(amount, ",", ".");
    return {
      number: cellOf(row, "licence_group"),
      day,
      status: cellOf(row, "refused") === "0" ? "issued" : "refused",
      replaces: null,
      destination: countryOf(cellOf(row, "country")),
      exporter: null,
      product: null,
      cents: pence === null || currency === "GBP" ? pence : toEuro(pence, "GBP", day),
      identity: JSON.stringify({ ...row, count: null }),
    };
  });
}

function profileDestinations(): Readonly<Record<string, string>> {
  const profile: unknown = JSON.parse(readFileSync(dataFile("profiles/uk-export-licences.profile.json"), "utf8"));
  const destinations =
    typeof profile === "object" && profile !== null && "destinations" in profile ? profile.destinations : {};
  return Object.fromEntries(Object.entries(destinations ?? {}).map(([name, code]) => [name, String(code)]));
}
