/** Plain DuckDB in Node on the clean file: the fastest thing that a user would write by hand. */
import { DuckDBInstance } from "@duckdb/node-api";

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const reader = await connection.runAndReadAll(
  `with sums as (
     select year(date) as year, destination, count(*) as certificates, (sum(value) * 100)::bigint as cents
     from read_csv($path, header = true, auto_detect = false, delim = ',', columns = {
       'number': 'varchar', 'date': 'date', 'exporter_id': 'varchar', 'exporter': 'varchar', 'destination': 'varchar',
       'origin': 'varchar', 'hs_code': 'varchar', 'value': 'decimal(18,2)' })
     group by all
   )
   select year, destination, certificates, cents from sums
   union all select year, '', sum(certificates), sum(cents) from sums group by year`,
  { path: process.argv[2] },
);
console.log(reader.getRowsJson().map(String).join("\n"));
