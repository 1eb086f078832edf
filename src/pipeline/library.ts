import type { ItemDimension } from "../domain/dimension.ts";
import type { ExporterGrouping } from "../domain/exporter-grouping.ts";
import type { Metric } from "../domain/metric.ts";
import type { PeriodLength } from "../domain/period.ts";
import type { Scope, EuConvention, Selection } from "../domain/scope.ts";
import { setFilesOf, type SetFiles } from "../domain/set-files.ts";
import type { SqlLimits, SqlRow } from "../domain/sql-result.ts";
import type { ExporterYear } from "../report/exporter-dynamics.ts";
import { exporterYearsTable, marginsTable } from "../report/exporter-tables.ts";
import { firmsTable } from "../report/firm-tables.ts";
import type { FirmRow } from "../report/firms.ts";
import type { QueryRow } from "../report/query-table.ts";
import type { ShareRow } from "../report/shares.ts";
import { seriesTable, sharesTable } from "../report/tables.ts";
import type { SeriesRow } from "../report/yearly-series.ts";
import type { Engine } from "../store/engine.ts";
import type { Answer } from "./answer.ts";
import { readExporters } from "./exporters.ts";
import { fillReferences } from "./fill-references.ts";
import { readFirms } from "./firms.ts";
import { itemNames } from "./labels.ts";
import { openEngineOn, type ReadOptions } from "./open-certificates.ts";
import { refuseTime } from "./refuse-time.ts";
import { planQuery, readQuery, tableOfQuery, type QueryQuestion } from "./query.ts";
import { readShares } from "./shares.ts";
import { readSeries } from "./summary.ts";

/** Where certificates come from, and which of them the answers are about; all of them by default. */
export interface OpenOptions extends Omit<ReadOptions, "selection" | "inputs" | "rejects"> {
  /** Files, directories or globs; a store is read when there are none. */
  readonly inputs?: readonly string[];
  readonly scope?: Scope;
  readonly eu?: EuConvention;
  /** ISO days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** A condition, as in `--where`. */
  readonly where?: string;
}

/** Certificates that are open for questions, until they are closed. */
export interface Certificates extends AsyncDisposable {
  /** The report currency of every amount. */
  readonly currency: string;
  close(): void;
}

interface Opened {
  readonly engine: Engine;
  readonly selection: Selection;
  readonly files: SetFiles;
}

/** What is behind the certificates that are open: nobody outside has a use for it. */
const opened = new WeakMap<Certificates, Opened>();

/**
 * Reads the certificates of files, or of a store, once, for any number of questions. Close them afterwards: `close()`, or
 * `await using`. Throws a `UserError` (message and hint) when there is nothing to read or a question about the files to answer.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"], from: "2016-01-01" });
 * certificates.currency; // "EUR"
 * certificates.close();
 */
export async function openCertificates(options: OpenOptions = {}): Promise<Certificates> {
  const { inputs = [], scope = "all", eu = { kind: "issue-date" }, from = null, to = null, where, ...others } = options;
  const files = setFilesOf(options);
  const selection = {
    scope,
    eu,
    from,
    to,
    where: where === undefined ? null : (await import("./read-where.ts")).readWhere(where, "where", files),
  };
  const { engine, currency, close } = await openEngineOn({ ...others, inputs, selection });
  const certificates: Certificates = {
    currency,
    close() {
      if (opened.delete(certificates)) close();
    },
    [Symbol.asyncDispose]: async () => certificates.close(),
  };
  opened.set(certificates, { engine, selection, files });
  return certificates;
}

function behind(certificates: Certificates): Opened {
  const found = opened.get(certificates);
  if (found === undefined) throw new Error("the certificates are closed");
  return found;
}

/**
 * The series of years (or quarters, or months): certificates, goods value in cents, their growth over the same window of the year
 * before (X_t / X_{t-1} - 1), value per certificate, exporters, destinations, products. Growth is `null` where a window is
 * incomplete or the year before is 0 or missing; `complete` says which periods the data cover as a whole.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const { facts } = await yearlySeries(certificates);
 * facts.map((row) => [row.year, row.certificates]); // [[2015, 8], [2016, 9], [2017, 12]]
 * facts[2].goodsCents; // 40255650n
 * facts[2].certificatesGrowth; // { numerator: 3n, denominator: 9n }
 * certificates.close();
 */
export async function yearlySeries(
  certificates: Certificates,
  { by = "year" }: { readonly by?: PeriodLength } = {},
): Promise<Answer<SeriesRow>> {
  const { engine, selection } = behind(certificates);
  const { series, provenance } = await readSeries(engine, certificates.currency, selection, by);
  return { facts: series, table: seriesTable(by, series), provenance };
}

/**
 * The share of each destination in the certificates and the goods value of its year (x_it / X_t), with its competition rank by
 * `measure`; or of the items of another dimension, by. The shares of a year sum exactly to one, unless items overlap (blocs,
 * origins). Past `top` ranks the others are one row, "other", without a rank.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"], from: "2017-01-01" });
 * const { facts } = await destinationShares(certificates, { top: 2 });
 * facts.map((row) => row.item); // ["AE", "US", "other"]
 * facts[0].goodsValueShare; // { numerator: 19340000n, denominator: 40255650n }
 * certificates.close();
 */
export async function destinationShares(
  certificates: Certificates,
  options: { readonly by?: ItemDimension; readonly measure?: Metric; readonly top?: number } = {},
): Promise<Answer<ShareRow>> {
  const { engine, selection, files } = behind(certificates);
  const { by = "destination", measure = "goods_value", top } = options;
  await fillReferences(engine, { selection, ...files }, [by]);
  const question = { by, measure, selection, ...(top === undefined ? {} : { top }) };
  const { rows, provenance, exporterNames } = await readShares(engine, certificates.currency, question);
  return { facts: rows, table: sharesTable(by, rows, itemNames(by, "en", exporterNames)), provenance };
}

/**
 * The exporters of each year, of all or of each destination or product: entrants, exiters, incumbents and survival (World Bank,
 * Exporter Dynamics Database), the spread of value per exporter, concentration, and the margins of growth. What compares years
 * is `null` unless each of them is complete. Throws a `UserError` when no certificate names its exporter.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const { facts } = await exporterYears(certificates);
 * facts[1].groups.entrants.exporters; // 0
 * facts[1].entryRate; // { numerator: 0n, denominator: 4n }
 * certificates.close();
 */
export async function exporterYears(
  certificates: Certificates,
  { by }: { readonly by?: ExporterGrouping } = {},
): Promise<Answer<ExporterYear>> {
  const { facts, provenance, split } = await askExporters(certificates, by);
  return { facts, table: exporterYearsTable(facts, split), provenance };
}

/**
 * Where the growth of each year comes from: exporters that are new, gone or incumbent; of the incumbents, destinations that are
 * added, dropped or continuing; of these, products (Bernard, Jensen, Redding and Schott 2009). Every level sums exactly to the one
 * above. The facts are those of `exporterYears`; the table has one row per year and margin.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const answer = await growthMargins(certificates);
 * const { margins } = answer.facts[2];
 * margins.total.change; // 7400550n
 * margins.entrants.change + margins.exiters.change + margins.incumbents.change; // 7400550n
 * toRows(answer)[0].margin; // "total"
 * certificates.close();
 */
export async function growthMargins(
  certificates: Certificates,
  { by }: { readonly by?: ExporterGrouping } = {},
): Promise<Answer<ExporterYear>> {
  const { facts, provenance, split } = await askExporters(certificates, by);
  return { facts, table: marginsTable(facts, split), provenance };
}

/**
 * The exporters of each year by size (EU recommendation 2003/361): how many, how many for the first time, what they export, to how many
 * destinations each; micro, small and medium ones together (`sme`), and all (`total`), each counted anew. Sizes are those of
 * the `register` that the certificates were opened with, else those that the certificates state. Throws a `UserError` when
 * nobody states a size.
 *
 * @example
 * const certificates = await openCertificates({
 *   inputs: ["fixtures/small-firms/certificates.csv"],
 *   register: "fixtures/small-firms/register.csv",
 *   from: "2019-01-01",
 * });
 * const { facts } = await firmSizes(certificates);
 * const smes = facts.find(({ firmClass }) => firmClass === "sme");
 * smes.exporters; // 36
 * smes.firstTime; // 4
 * smes.figures.exporters.share; // { numerator: 36n, denominator: 41n }
 * certificates.close();
 */
export async function firmSizes(certificates: Certificates): Promise<Answer<FirmRow>> {
  const { engine, selection } = behind(certificates);
  refuseTime(selection.where);
  const { rows, provenance } = await readFirms(engine, certificates.currency, selection, null);
  return { facts: rows, table: firmsTable(rows, itemNames("exporter_size", "en")), provenance };
}

/** What a query asks, as on the command line: names of dimensions and ids of measures; `only` is a condition on the rows, as text. */
export interface Question extends Omit<QueryQuestion, "only"> {
  readonly only?: string;
}

/**
 * Any measures by any dimensions: counts and goods value, with shares, growth, contributions to growth, ranks, index numbers and
 * average growth (`origo query --help` lists them, `origo policy` has the formulas). A fact has its items by dimension and its
 * figures by measure, exact: counts as numbers, money as cents, ratios as fractions, index numbers as `{ plain: fraction }`, `null`
 * where undefined. Throws a `UserError` that names the nearest for what is no dimension or measure.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const answer = await query(certificates, {
 *   by: ["year", "destination"],
 *   measures: ["goods_value", "goods_value_share", "goods_value_index"],
 *   only: "destination = China and year = 2017",
 *   base: 2015,
 * });
 * const [china] = answer.facts;
 * china.items.get("destination"); // "CN"
 * china.figures.get("goods_value"); // 4910075n
 * china.figures.get("goods_value_share"); // { numerator: 4910075n, denominator: 40255650n }
 * toRows(answer)[0].destination_name; // "China"
 * toRows(answer)[0].goods_value_index; // 191.04792661692753
 * certificates.close();
 */
export async function query(certificates: Certificates, question: Question): Promise<Answer<QueryRow>> {
  const { engine, selection, files } = behind(certificates);
  const { only, ...rest } = question;
  const condition =
    only === undefined ? {} : { only: (await import("./read-where.ts")).readWhere(only, "only", files) };
  const plan = planQuery({ ...rest, ...condition });
  await fillReferences(engine, { selection, ...files }, plan.by);
  const result = await readQuery(engine, certificates.currency, selection, plan);
  return { facts: result.rows, table: tableOfQuery(result, "en"), provenance: result.provenance };
}

/** What a query in SQL may take: those of `origo sql`. */
const SQL_LIMITS: SqlLimits = { seconds: 60, rows: 1_000_000, mebibytes: 1024 };

/**
 * The rows of one SELECT in DuckDB's SQL over the tables that `origo sql --help` describes, in a process of its own that has
 * nothing else: no files, no network, no settings. Counts are numbers, decimals and integers beyond 2^53 texts. Throws a
 * `UserError` for a query that is refused, fails, or passes a limit.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"], from: "2017-01-01" });
 * const [first] = await sql(certificates, "select destination, sum(goods_value) as total from certificates group by 1 order by 2 desc");
 * first; // { destination: "AE", total: "193400.00" }
 * certificates.close();
 */
export async function sql(
  certificates: Certificates,
  text: string,
  limits: Partial<SqlLimits> = {},
): Promise<readonly SqlRow[]> {
  const { engine, selection } = behind(certificates);
  const { readSql } = await import("./sql.ts");
  const { sqlRows } = await import("../render/sql-result.ts");
  return sqlRows(await readSql(engine, selection, text, { ...SQL_LIMITS, ...limits }));
}

async function askExporters(certificates: Certificates, by: ExporterGrouping | undefined) {
  const { engine, selection, files } = behind(certificates);
  refuseTime(selection.where);
  await fillReferences(engine, { selection, ...files }, by === undefined ? [] : [by]);
  const question = { selection, ...(by === undefined ? {} : { by }) };
  const { years, provenance } = await readExporters(engine, certificates.currency, question);
  return { facts: years, provenance, split: by === undefined ? null : { by, nameOf: itemNames(by, "en") } };
}
