/** nodejs-polars on the clean file. */
import polars from "nodejs-polars";

const pl = polars.default ?? polars;
const frame = pl
  .scanCSV(process.argv[2])
  .select(
    pl.col("date").str.slice(0, 4).alias("year"),
    pl.col("destination"),
    pl.col("value").mul(100).round(0).cast(pl.Int64).alias("cents"),
  )
  .groupBy("year", "destination")
  .agg(pl.col("cents").count().alias("certificates"), pl.col("cents").sum().alias("cents"));
const rows = (await frame.collect()).rows();
const years = new Map();
for (const [year, , certificates, cents] of rows) {
  const sum = years.get(year) ?? [0n, 0n];
  years.set(year, [sum[0] + BigInt(certificates), sum[1] + BigInt(cents)]);
}
console.log(
  [...rows, ...[...years].map(([year, [certificates, cents]]) => [year, "", certificates, cents])].join("\n"),
);
