/** Arquero on the clean file. */
import { readFileSync } from "node:fs";
import { escape, fromCSV, op } from "arquero";

const table = fromCSV(readFileSync(process.argv[2], "utf8"), { autoType: false }).derive({
  year: escape((row) => row.date.slice(0, 4)),
  cents: escape((row) => Math.round(Number(row.value) * 100)),
});
const sums = { certificates: op.count(), cents: op.sum("cents") };
for (const row of table.groupby("year").rollup(sums)) console.log(`${row.year},,${row.certificates},${row.cents}`);
for (const row of table.groupby("year", "destination").rollup(sums)) {
  console.log(`${row.year},${row.destination},${row.certificates},${row.cents}`);
}
