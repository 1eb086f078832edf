// Fills in the headings of data/themes.csv from data/hs.csv.gz. Themes, codes and reasons are by hand, and so are the headings
// of codes that the edition of 2022 no longer has: they name their edition.
//
//   node data/make/themes.mjs data/themes.csv data/hs.csv.gz

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

const [themes, hs] = process.argv.slice(2);
if (themes === undefined || hs === undefined) {
  console.error("usage: node themes.mjs THEMES.csv HS.csv.gz");
  process.exit(2);
}

const headings = new Map(parse(gunzipSync(readFileSync(hs))).slice(1));
const rows = parse(readFileSync(themes), { columns: true }).map((row) => ({
  ...row,
  heading: headings.get(row.code) ?? row.heading,
}));
const nameless = rows.filter(({ heading }) => heading === "");
if (nameless.length > 0) {
  console.error(`no heading: ${nameless.map(({ code }) => code).join(", ")}`);
  process.exit(1);
}
writeFileSync(themes, stringify(rows, { header: true, columns: ["theme", "code", "heading", "why"] }));
console.error(`${rows.length} rows`);
