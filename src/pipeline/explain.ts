import { figureId, type Figure } from "../domain/figure.ts";
import { periodId } from "../domain/period-id.ts";
import { UserError } from "../domain/user-error.ts";
import { readFigure } from "../reference/read-figure.ts";
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
  const figure = readFigure(options.figure);
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
