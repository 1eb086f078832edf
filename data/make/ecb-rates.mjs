// Turns the ECB's file of euro reference rates into the compact data/ecb-rates.csv.gz.
//
//   node data/make/ecb-rates.mjs eurofxref-hist.csv.gz data/ecb-rates.csv.gz
//
// Input: the history file of the ECB (newest day first, `N/A` where nothing was published, a comma at
// the end of each line), plain or gzipped. Output: oldest day first, currencies in alphabetical order, an
// empty cell for `N/A`, every rate character for character as published. The same input gives the same
// bytes under the same Node: no time stamp and no operating system in the gzip header.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error("usage: node ecb-rates.mjs INPUT.csv[.gz] OUTPUT.csv.gz");
  process.exit(2);
}

const raw = readFileSync(input);
const gzipped = raw[0] === 0x1f && raw[1] === 0x8b;
const lines = (gzipped ? gunzipSync(raw) : raw)
  .toString("utf8")
  .split(/\r?\n/)
  .filter((line) => line !== "")
  .map((line) => line.replace(/,$/, "").split(","));

const [header, ...rows] = lines;
if (header?.[0] !== "Date") throw new Error("the first column is not Date");
const currencies = header.slice(1);
if (currencies.some((code) => !/^[A-Z]{3}$/.test(code))) throw new Error("a column is not a currency code");
if (new Set(currencies).size !== currencies.length) throw new Error("a currency has two columns");

const order = [...currencies].sort();
const place = new Map(currencies.map((code, index) => [code, index + 1]));

rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
let previous = "";
const text = [["date", ...order].join(",")];
for (const row of rows) {
  const date = row[0];
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`not a date: ${date}`);
  if (date === previous) throw new Error(`two rows for ${date}`);
  if (row.length !== header.length) throw new Error(`${date} has ${row.length} cells, not ${header.length}`);
  previous = date;
  const cells = order.map((code) => {
    const rate = row[place.get(code)];
    if (rate === "N/A" || rate === "") return "";
    if (!/^\d+(\.\d+)?$/.test(rate)) throw new Error(`${date} ${code}: not a rate: ${rate}`);
    return rate;
  });
  text.push([date, ...cells].join(","));
}

const packed = gzipSync(Buffer.from(text.join("\n") + "\n", "utf8"), { level: 9 });
packed.writeUInt32LE(0, 4); // modification time
packed[9] = 255; // operating system: unknown
writeFileSync(output, packed);
console.error(`${text.length - 1} days, ${order.length} currencies, ${packed.length} bytes`);
