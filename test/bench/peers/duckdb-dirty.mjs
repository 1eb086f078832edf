/**
 * The work of origo on the dirty file, written by hand in SQL for this one layout: both date forms, decimal commas, country
 * spellings, copies, lines, replaced and cancelled certificates, conversion, and the line numbers of what is rejected. It
 * asks nothing, explains nothing and knows no other file.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DESTINATIONS } from "../certificates.mjs";

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const codes = new Map(
  DESTINATIONS.flatMap(([, code, ...spellings]) => [code, ...spellings].map((text) => [text, code])),
);
const codeOf = `map {${[...codes].map(([text, code]) => `'${text}': '${code}'`).join(", ")}}`;
const names = [
  "number",
  "date",
  "status",
  "replaces",
  "id",
  "exporter",
  "destination",
  "origin",
  "hs",
  "value",
  "currency",
];
await connection.run(
  `create table staged as select number, exporter, status, replaces,
     coalesce(try_strptime(date, '%d/%m/%Y'), try_strptime(date, '%Y-%m-%d'))::date as day,
     ${codeOf}[destination] as destination, currency,
     try_cast(replace(replace(value, '.', ''), ',', '.') as decimal(18, 2)) as value, hash(number) as hash
   from read_csv($path, header = true, auto_detect = false, delim = ';', columns = {${names.map((name) => `'${name}': 'varchar'`).join(", ")}})`,
  { path: process.argv[2] },
);
const [header, ...lines] = gunzipSync(readFileSync(new URL("../../../data/ecb-rates.csv.gz", import.meta.url)))
  .toString("utf8")
  .trimEnd()
  .split("\n");
const columns = header.split(",");
await connection.run("create table rate_text (day varchar, currency varchar, rate varchar)");
const appender = await connection.createAppender("rate_text");
for (const line of lines) {
  const cells = line.split(",");
  for (const currency of ["USD", "GBP", "CHF"]) {
    for (const cell of [cells[0], currency, cells[columns.indexOf(currency)]]) appender.appendVarchar(cell);
    appender.endRow();
  }
}
appender.closeSync();
await connection.run(`
  create table rate as select day::date as day, currency, (rate::decimal(18, 6) * 1000000)::bigint as rate from rate_text where rate <> '';
  create table rejected as select rowid + 2 as line from staged where day is null or destination is null or value is null;
  create table suspect as select hash from staged group by hash having count(*) > 1;
  create table replaced as select distinct hash(replaces) as hash from staged where replaces is not null;
  create table good as
    select s.*, s.hash in (from suspect) as shared from staged s
    where day is not null and destination is not null and value is not null and lower(status) = 'afgegeven' and hash not in (from replaced);
  create table single as
    select day, destination, currency, value, number from good where not shared
    union all
    select any_value(day), any_value(destination), any_value(currency), value, number
    from good where shared group by number, value;
  create table converted as
    select destination, day, number, (value * 100)::bigint as cents from single where currency = 'EUR'
    union all
    select destination, s.day, number, ((2 * (value * 100)::hugeint * 1000000 + r.rate) // (2 * r.rate))::bigint
    from (from single where currency <> 'EUR') s asof join rate r on r.currency = s.currency and r.day <= s.day`);
const reader = await connection.runAndReadAll(
  `with sums as (
     select year(day) as year, destination, count(distinct number) as certificates, sum(cents) as cents
     from converted group by all
   )
   select year, destination, certificates, cents from sums
   union all select year, '', sum(certificates), sum(cents) from sums group by year`,
);
console.log(reader.getRowsJson().map(String).join("\n"));
