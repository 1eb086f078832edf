/** danfojs-node on the clean file; two key columns are joined into one, because it joins them with a hyphen itself. */
import { readCSV } from "danfojs-node";

const frame = await readCSV(process.argv[2], { dynamicTyping: false });
const years = frame.column("date").values.map((date) => date.slice(0, 4));
const cents = frame.column("value").values.map((value) => Math.round(Number(value) * 100));
const print = async (keys) => {
  const { DataFrame } = await import("danfojs-node");
  const groups = new DataFrame({ key: keys, cents }).groupby(["key"]).col(["cents"]);
  const counts = new Map(groups.count().values);
  for (const [key, sum] of groups.sum().values) console.log(`${key},${counts.get(key)},${sum}`);
};
await print(years.map((year) => `${year},`));
await print(frame.column("destination").values.map((destination, row) => `${years[row]},${String(destination)}`));
