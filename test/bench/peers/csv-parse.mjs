/** csv-parse and Maps: what a developer without an engine would write. Cents are added as integers. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const sums = new Map();
const add = (key, cents) => {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { certificates: 1, cents });
  else {
    sum.certificates += 1;
    sum.cents += cents;
  }
};
for await (const record of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  const year = record.date.slice(0, 4);
  const cents = Math.round(Number(record.value) * 100);
  add(`${year},`, cents);
  add(`${year},${record.destination}`, cents);
}
console.log([...sums].map(([key, { certificates, cents }]) => `${key},${certificates},${cents}`).join("\n"));
