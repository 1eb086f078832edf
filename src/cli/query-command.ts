import { Option, type Command } from "commander";

import type { QueryQuestion } from "../pipeline/query.ts";
import { finish, outputOf, tellEmpty } from "./output.ts";
import { withProgress } from "./progress.ts";
import {
  addCompletenessOption,
  addReadOptions,
  parseCount,
  parseYear,
  readOptions,
  type ReadFlags,
} from "./read-options.ts";

interface QueryFlags extends ReadFlags, QueryQuestion {}

const EXAMPLES = `
Dimensions: year, quarter, month, destination, region, sub_region, bloc, exporter, exporter_size, chamber,
certificate_type, origin, hs2, hs4, hs6, currency, group, theme.
Measures: certificates, certificates_with_value, goods_value, value_per_certificate, exporters, destinations, products;
of certificates and goods_value also _share, _share_change, _growth, _contribution, _rank and _rank_change (as in
goods_value_share), and with --base _index and _cagr (average growth per year since the base); of the others _growth.

Examples:
  $ origo query --by year,destination --only "destination = CN" --measures goods_value_share,goods_value_contribution
  $ origo query --by year,hs2 --measures goods_value,goods_value_contribution --where "destination = TR" --from 2018
  $ origo query --by year,destination --measures goods_value,goods_value_share --top 5 --other --totals
  $ origo query --by year,destination --measures goods_value_index,goods_value_cagr --base 2010 --only "destination = CN"`;

export function addQueryCommand(program: Command): void {
  const command = program
    .command("query")
    .summary("any measures by any dimensions")
    .description("Any measures by any dimensions, with shares, growth and contributions to growth.")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addReadOptions(command))
    .addOption(new Option("--by <dimensions>", "what to add up by").argParser(parseList).default(["year"], "year"))
    .addOption(
      new Option("--measures <measures>", "what to show")
        .argParser(parseList)
        .default(["certificates", "goods_value"], "certificates,goods_value"),
    )
    .option("--only <condition>", "which rows to show, by --by; shares stay those of the whole")
    .addOption(
      new Option("--sort <columns>", "the order of the rows; -column for the largest first").argParser(parseList),
    )
    .option("--limit <n>", "only the first n rows", parseCount)
    .option("--top <n>", "only the first n rows of each period", parseCount)
    .option("--base <year>", "the year that is 100 in _index, and from which _cagr is the average growth", parseYear)
    .option("--other", "what --limit or --top leaves out, as a row of each period")
    .option("--subtotals", "a row for each item of the first dimensions")
    .option("--totals", "a row for everything")
    .addOption(
      new Option("--share-of <whole>", "the whole of shares: total, or some of --by (default: its periods)").argParser(
        parseList,
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: QueryFlags) => {
      const { query, renderQuery } = await import("../pipeline/query.ts");
      const { by, measures, only, sort, limit, top, shareOf, base, other, subtotals, totals } = flags;
      const result = await withProgress(flags.quiet === true, (progress) =>
        query({
          ...readOptions(inputs, flags, progress),
          by,
          measures,
          ...(only === undefined ? {} : { only }),
          ...(sort === undefined ? {} : { sort }),
          ...(limit === undefined ? {} : { limit }),
          ...(top === undefined ? {} : { top }),
          ...(shareOf === undefined ? {} : { shareOf }),
          ...(base === undefined ? {} : { base }),
          ...(other === undefined ? {} : { other }),
          ...(subtotals === undefined ? {} : { subtotals }),
          ...(totals === undefined ? {} : { totals }),
        }),
      );
      await finish(await renderQuery(result, outputOf(flags)), result.provenance, flags);
      await tellEmpty(result.rows, flags);
    });
}

function parseList(text: string): readonly string[] {
  return text.split(",").map((each) => each.trim());
}
