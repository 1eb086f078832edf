import { DESTINATION_COLUMNS, figureId, parseFigureId, WHOLE_COLUMNS, type Figure } from "../domain/figure.ts";
import { parsePeriod, periodId } from "../domain/period-id.ts";
import { UserError } from "../domain/user-error.ts";
import { loadCountries } from "../reference/countries.ts";
import { nearestText } from "../reference/nearest.ts";
import { computeFigure, type PeriodSums } from "../report/compute-figure.ts";
import { buildExplanation, type Explanation } from "../report/explanation.ts";
import { figureSql } from "../store/figure-sql.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { ExplainFormat, Output } from "./output.ts";
import { readPeriodSums } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";

export interface ExplainOptions extends ReadOptions {
  /** Such as `goods_value_growth:2017` or `certificates_share:2018-H1:destination=CN`. */
  readonly figure: string;
}

/** How one figure came about: formula, inputs, certificates, files and the query that gives it. */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const figure = parseFigureId(options.figure);
  if (figure === null) throw noSuchFigure(options.figure);
  return withCertificates(options, async (engine, currency) => {
    const { selection } = options;
    const { provenance, windows } = await readProvenance(engine, currency, selection);
    const loaded = new Map<string, PeriodSums>();
    const sumsOf = (each: Figure): PeriodSums => {
      const sums = loaded.get(monthsOf(each));
      if (sums === undefined) throw new Error(`no sums for ${figureId(each)}`);
      return sums;
    };
    const load = async (figures: readonly Figure[]): Promise<void> => {
      for (const each of figures) {
        if (!loaded.has(monthsOf(each)))
          loaded.set(monthsOf(each), await readPeriodSums(engine, selection, windows, each.period));
      }
    };
    await load([figure]);
    await load(computeFigure(figure, sumsOf(figure)).inputs);
    assertOnFile(figure, sumsOf(figure));
    return buildExplanation(figure, sumsOf, figureSql(figure), provenance);
  });
}

function monthsOf({ period: { firstMonth, lastMonth } }: Figure): string {
  return `${firstMonth}-${lastMonth}`;
}

function assertOnFile(figure: Figure, { series }: PeriodSums): void {
  const { year } = figure.period;
  const on = series.find((row) => row.year === year && row.certificates > 0);
  if (on !== undefined) return;
  const [from, to] = [series[0]?.year, series.at(-1)?.year];
  const hint = from === undefined ? "give another --from, --to or --scope" : `those on file are of ${from} to ${to}`;
  throw new UserError(1, `there are no certificates of ${periodId(figure.period)}`, hint);
}

/** Says which part of the id is wrong, and what comes nearest. */
function noSuchFigure(text: string): UserError {
  const [name = "", period = "", item] = text.split(":");
  const columns: readonly string[] = item === undefined ? WHOLE_COLUMNS : DESTINATION_COLUMNS;
  const column = columns.includes(name) ? name : nearestText(name, [...columns, ...DESTINATION_COLUMNS]);
  const { resolve, nearest } = loadCountries();
  const place = item?.replace(/^destination=/, "");
  const country = place === undefined ? null : (resolve(place) ?? resolve(nearest(place)[0] ?? ""));
  const ofDestination = item !== undefined || (column !== null && !columns.includes(column));
  const suggestion = [
    column ?? "goods_value_growth",
    parsePeriod(period) === null ? "2017" : period,
    ...(ofDestination ? [`destination=${country ?? "CN"}`] : []),
  ].join(":");
  const hint =
    column === null
      ? `a figure is a column of the report's CSV and a period, as in ${suggestion}`
      : parsePeriod(period) === null
        ? `a period is 2017, 2018-H1, 2018-Q3, 2018-06 or 2018-01/2018-05, as in ${suggestion}`
        : ofDestination && country === null
          ? `it takes a destination, by its ISO code, as in ${suggestion}`
          : `did you mean ${suggestion}?`;
  return new UserError(2, `there is no figure "${text}"`, hint);
}

/** The explanation as text, or as a document. */
export async function renderExplanation(explanation: Explanation, output: Output<ExplainFormat>): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderExplanationTerminal } = await import("../render/terminal/explanation.ts");
      const { createStyle } = await import("../render/style.ts");
      return renderExplanationTerminal(explanation, {
        language: output.readerLanguage,
        nameOf: itemNames("destination", output.readerLanguage),
        width: output.width,
        style: createStyle(output.colour),
      });
    }
    case "json": {
      const { renderExplanationJson } = await import("../render/explanation-json.ts");
      return renderExplanationJson(explanation);
    }
  }
}
