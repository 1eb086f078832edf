import { NO_ITEM } from "../domain/dimension.ts";
import { FEWEST_FIRMS } from "../domain/disclosure.ts";
import { exporterName, type KnownExporter, type Within } from "../domain/exporter.ts";
import { isEmptyWindow, WHOLE_YEAR, type YearWindow } from "../domain/period.ts";
import { printable } from "../domain/printable.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import type { ItemTotals } from "../domain/totals.ts";
import { UserError } from "../domain/user-error.ts";
import type { Where } from "../domain/where.ts";
import {
  buildPeers,
  buildSheetItems,
  buildStanding,
  isPlaced,
  largestItem,
  similarExporters,
  YEARS_COMPARED,
  type ExporterSheet,
  type Peers,
  type SheetItem,
  type Standing,
} from "../report/exporter-sheet.ts";
import { buildYearlySeries, type SeriesRow } from "../report/yearly-series.ts";
import { totalsByItem, totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import {
  exporterFacts,
  exportersWithHeadings,
  headingsOf,
  knownExporters,
  marketSums,
} from "../store/exporter-sheet.ts";
import { inMonths, ofExporter, selectCertificates, type Selected } from "../store/selection.ts";
import { assertExporters } from "./assert-exporters.ts";
import { findExporter } from "./find-exporter.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseTime } from "./refuse-time.ts";

export interface ExporterOptions extends ReadOptions {
  /** Its number or its name. */
  readonly exporter: string;
  /** Its last complete year on file when absent. */
  readonly year?: number;
  /** Its largest theme when absent; its largest chapter when it has none. */
  readonly within?: Within;
  /** No figure is of fewer other firms. */
  readonly fewestFirms?: number;
}

/** The sheet of one exporter: its own figures, and of others what reveals nobody's. */
export async function exporterSheet(options: ExporterOptions): Promise<ExporterSheet> {
  const { selection, fewestFirms = FEWEST_FIRMS } = options;
  refuseTime(selection.where);
  const work = async (engine: Engine, currency: string): Promise<ExporterSheet> => {
    const { provenance, windows } = await readProvenance(engine, currency, selection);
    await assertExporters(engine, provenance);
    const exporter = findExporter(options.exporter, await knownExporters(engine));
    const own = { engine, selection, exporter: exporter.exporter };
    const onFile = ofExporter(selectCertificates({ ...selection, from: null }), exporter.exporter);
    const facts = await exporterFacts(engine, onFile);
    const series = await readSeries(own, windows);
    const current = chooseYear(series, options.year);
    if (facts === null || current === null) throw noCertificates(exporter, options.year, series);
    const { year } = current;
    return {
      exporter,
      facts,
      year,
      period: { year, ...WHOLE_YEAR },
      series: series.slice(series.findIndex(({ certificates }) => certificates > 0)),
      current,
      previous: series.find((row) => row.year === year - 1) ?? null,
      destinations: await readItems(engine, onFile, "destination", current),
      products: await readItems(engine, onFile, "hs4", current),
      standing: await readStanding(own, current, options.within, fewestFirms),
      peers: await readPeers(own, windows, current, fewestFirms),
      fewestFirms,
      provenance,
    };
  };
  return withCertificates(options, work, options.within === undefined ? ["theme"] : [options.within]);
}

/** An exporter among the certificates that are asked for. */
interface Own {
  readonly engine: Engine;
  readonly selection: Selection;
  readonly exporter: string;
}

async function readSeries(
  { engine, selection, exporter }: Own,
  windows: readonly YearWindow[],
): Promise<readonly SeriesRow[]> {
  const own = ofExporter(selectCertificates(withYearBefore(selection)), exporter);
  const [years, months] = [await totalsByPeriod(engine, "year", own), await totalsByMonth(engine, own)];
  if (years.length === 0) return [];
  // How many exporters there are says nothing of one.
  const rows = buildYearlySeries(years, months, windows).map((row) => ({ ...row, exporters: null }));
  return rows.filter(isAskedFor(selection));
}

function chooseYear(series: readonly SeriesRow[], asked: number | undefined): SeriesRow | null {
  const active = series.filter(({ certificates }) => certificates > 0);
  if (asked !== undefined) return active.find(({ year }) => year === asked) ?? null;
  return active.findLast(({ complete }) => complete) ?? active.at(-1) ?? null;
}

function noCertificates(exporter: KnownExporter, year: number | undefined, series: readonly SeriesRow[]): UserError {
  const years = series.filter(({ certificates }) => certificates > 0).map((row) => row.year);
  const [first, last] = [years[0], years.at(-1)];
  const name = printable(exporterName(exporter) ?? exporter.exporter);
  return first === undefined || last === undefined
    ? new UserError(
        1,
        `there are no certificates of ${name} in the period and scope asked for`,
        "give another --from, --to, --scope or --where",
      )
    : new UserError(
        1,
        `there are no certificates of ${name} in ${year}`,
        first === last ? `those asked for are of ${first}` : `those asked for are of ${first} to ${last}`,
      );
}

/** What the exporter has of each item in the year, of all its certificates `onFile`. */
async function readItems(
  engine: Engine,
  onFile: Selected,
  by: "destination" | "hs4",
  { year, window, complete, compared }: SeriesRow,
): Promise<readonly SheetItem[]> {
  const all = await totalsByItem(engine, by, onFile);
  const same = complete ? all : await totalsByItem(engine, by, inMonths(onFile, window));
  const of = (totals: readonly ItemTotals[], when: number): readonly ItemTotals[] =>
    totals.filter((row) => row.year === when);
  const previous = compared === null ? null : of(same, year - 1);
  return buildSheetItems({ current: of(all, year), comparable: of(same, year), previous }, all);
}

/** The days of some years, as far as they are asked for; growth and products look further back than what is shown. */
function inYears(selection: Selection, from: number, to: number): Selection {
  const last = `${to}-12-31`;
  return {
    ...selection,
    from: `${from}-01-01`,
    to: selection.to !== null && selection.to < last ? selection.to : last,
  };
}

/** What is no theme, chapter or heading. */
const UNSTATED: ReadonlySet<string> = new Set(["", NO_ITEM]);

/** The place within what is asked for; else within the largest theme, or the largest chapter where a theme has none to tell. */
async function readStanding(
  own: Own,
  current: SeriesRow,
  asked: Within | undefined,
  fewestFirms: number,
): Promise<Standing | null> {
  const { engine, selection, exporter } = own;
  const years = inYears(selection, current.year - 1, current.year);
  let first: Standing | null = null;
  for (const within of asked === undefined ? (["theme", "hs2"] as const) : [asked]) {
    const theirs = await totalsByItem(engine, within, ofExporter(selectCertificates(years), exporter));
    const item = largestItem(
      theirs.filter(({ year }) => year === current.year),
      UNSTATED,
    );
    if (item === null) continue;
    const here: Where = { kind: "in", field: within, values: [item] };
    const where: Where = selection.where === null ? here : { kind: "and", terms: [selection.where, here] };
    const all = await totalsByItem(engine, "exporter", selectCertificates({ ...years, where }));
    const of = (when: number): readonly ItemTotals[] => all.filter(({ year }) => year === when);
    // Places in part of a year and in a whole one do not compare.
    const before = current.complete && current.compared !== null ? of(current.year - 1) : [];
    const standing = buildStanding({ within, item }, exporter, { now: of(current.year), before }, fewestFirms);
    if (isPlaced(standing)) return standing;
    first ??= standing;
  }
  return first;
}

async function readPeers(
  { engine, selection, exporter }: Own,
  windows: readonly YearWindow[],
  current: SeriesRow,
  fewestFirms: number,
): Promise<Peers | null> {
  const { year, window } = current;
  const firstYear = Math.max(year - YEARS_COMPARED + 1, windows[0]?.year ?? year);
  const selected = selectCertificates(inYears(selection, firstYear, year));
  const own = ofExporter(selected, exporter);
  const headings = await headingsOf(engine, own);
  if (headings.length === 0) return null;
  const candidates = await exportersWithHeadings(engine, headings, year, selected);
  const similar = similarExporters(exporter, headings, candidates);
  const served = new Set((await totalsByItem(engine, "destination", own)).map(({ item }) => item));
  const compared = selectCertificates(inYears(selection, year - 1, year));
  const sums = await marketSums(engine, similar, isEmptyWindow(window) ? compared : inMonths(compared, window));
  return buildPeers(similar, sums, served, { firstYear, year }, current.compared !== null, fewestFirms);
}
