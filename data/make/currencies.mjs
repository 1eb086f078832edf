// Writes data/currencies.csv: the currencies that a goods value may be in.
//
//   node data/make/currencies.mjs codes-all.csv data/currencies.csv
//
// Input: the ISO 4217 lists one and three as `data/codes-all.csv` of github.com/datasets/currency-codes
// (columns Entity, AlphabeticCode, MinorUnit, WithdrawalDate; one row for each entity). Kept: every code in
// use that has minor units (so no metals, drawing rights, bond units or test codes), and the currencies
// withdrawn since 1999, the first year of the euro reference rates. Names: Unicode CLDR, in English. The
// list of withdrawn codes carries no minor units: those are by hand.

import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error("usage: node currencies.mjs CODES-ALL.csv OUTPUT.csv");
  process.exit(2);
}

// Withdrawn entries that are no currency of a country (funds, units of account), never were an ISO code, or
// were replaced before they came into use.
const LEFT_OUT = new Set(["AYM", "CHC", "ECV", "GHP", "USS", "XEU", "XFO", "XFU", "XRE", "ZWN"]);
const NO_MINOR_UNITS = new Set([
  "ADP",
  "BEF",
  "BYB",
  "BYR",
  "ESP",
  "GRD",
  "ITL",
  "LUF",
  "MGF",
  "PTE",
  "TJR",
  "TPE",
  "TRL",
]);

const current = new Map();
const withdrawn = new Set();
for (const row of parse(readFileSync(input, "utf8"), { columns: true, trim: true })) {
  const code = row.AlphabeticCode;
  if (code === "") continue;
  if (row.WithdrawalDate === "") current.set(code, row.MinorUnit);
  else if (row.WithdrawalDate >= "1999" && !LEFT_OUT.has(code)) withdrawn.add(code);
}

const rows = [...current].filter(([, minorUnits]) => /^\d$/.test(minorUnits));
for (const code of withdrawn) {
  if (!current.has(code)) rows.push([code, NO_MINOR_UNITS.has(code) ? "0" : "2"]);
}

const names = new Intl.DisplayNames(["en"], { type: "currency", fallback: "none" });
const BY_HAND = {
  BYR: "Belarusian Ruble (2000–2016)",
  GYD: "Guyanese Dollar",
  SLL: "Sierra Leonean Leone (1964–2023)",
  TOP: "Tongan Pa'anga",
  VED: "Venezuelan Digital Bolívar",
  XAD: "Arab Accounting Dinar",
  XCG: "Caribbean Guilder",
  ZWG: "Zimbabwean Gold",
};
const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = rows
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([code, minorUnits]) => {
    const name = BY_HAND[code] ?? names.of(code);
    if (name === undefined) throw new Error(`${code} has no name`);
    return [code, name.replaceAll("’", "'").normalize("NFC"), minorUnits].map(quote).join(",");
  });
writeFileSync(output, ["code,name,minor_units", ...lines].join("\n") + "\n");
console.error(`${rows.length} currencies`);
