// Writes data/hs.csv.gz: the chapters, headings and subheadings of the Harmonized System, edition 2022.
//
//   node data/make/hs.mjs harmonized-system.csv data/hs.csv.gz
//
// Input: `data/harmonized-system.csv` of github.com/datasets/harmonized-system (columns section, hscode, description,
// parent, level). Kept: code and description of levels 2, 4 and 6, in order of code.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error("usage: node hs.mjs HARMONIZED-SYSTEM.csv OUTPUT.csv.gz");
  process.exit(2);
}

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const rows = parse(readFileSync(input, "utf8"), { columns: true, bom: true })
  .filter(({ hscode }) => /^(\d{2}|\d{4}|\d{6})$/.test(hscode))
  .sort((a, b) => (a.hscode < b.hscode ? -1 : 1))
  .map(({ hscode, description }) => [hscode, description.trim().replaceAll(/\s+/g, " ")].map(quote).join(","));
writeFileSync(output, gzipSync(["code,description", ...rows].join("\n") + "\n", { level: 9 }));
console.error(`${rows.length} codes`);
