import type { Command } from "commander";

import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";

interface SqlFlags extends ReadFlags {
  readonly timeout: number;
  readonly maxRows: number;
  readonly maxMemory: number;
}

const TABLES = `
Tables:
  certificates  chamber, certificate_number, issue_date, year, certificate_type, exporter, exporter_name, exporter_size,
                destination, goods_value (in --currency): one row for each counted certificate that --where selects
  lines         the same with origin, hs_code, goods, value, currency: one row for each line of them
  countries     code, name, region, sub_region
  blocs         bloc, country, from_date, until_date (the first day outside)
  hs            code, description

The query is one SELECT in DuckDB's SQL. It runs in a process of its own that has these tables and no way to files,
network, settings or extensions, and is ended when it takes too long, too much memory, or gives too many rows.

Examples:
  $ origo sql "select year, count(*) as n, sum(goods_value) from certificates group by year order by year" certs.csv
  $ origo sql "select destination, median(goods_value) from certificates group by 1 order by 2 desc limit 5" --format csv`;

export function addSqlCommand(program: Command): void {
  const command = program
    .command("sql")
    .summary("a read-only SQL query over the certificates")
    .description("A read-only SQL query over the counted certificates, their lines and the reference tables.")
    .argument("<query>", "one SELECT")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command)
    .option("--timeout <seconds>", "how long the query may take", parseCount, 60)
    .option("--max-rows <n>", "how many rows it may give", parseCount, 1_000_000)
    .option("--max-memory <mebibytes>", "how much memory it may take", parseCount, 1024)
    .addHelpText("after", TABLES)
    .action(async (query: string, inputs: readonly string[], flags: SqlFlags) => {
      const { sql, renderSql } = await import("../pipeline/sql.ts");
      const limits = { seconds: flags.timeout, rows: flags.maxRows, mebibytes: flags.maxMemory };
      const result = await withProgress(flags.quiet === true, (progress) =>
        sql({ ...readOptions(inputs, flags, progress), query, limits }),
      );
      await finish(await renderSql(result, outputOf(flags)), result.provenance, flags);
    });
}
