import { describe, expect, it } from "vitest";

import { columnMeaning, type ColumnMeaning } from "../src/report/column-meaning.ts";
import { comparisonTable, partsTable } from "../src/report/comparison-tables.ts";
import type { ChamberGroup, Comparison } from "../src/report/comparison.ts";
import { concentrationTable } from "../src/report/concentration.ts";
import { certificateColumns, lineColumns } from "../src/report/export-columns.ts";
import { causesTable, changesTable, figureChangesTable } from "../src/report/diff/tables.ts";
import {
  cohortsTable,
  concentrationTable as exporterConcentrationTable,
  distributionTable,
  exporterYearsTable,
  marginsTable,
} from "../src/report/exporter-tables.ts";
import { firmGapsTable, firmsTable } from "../src/report/firm-tables.ts";
import { sheetTable } from "../src/report/exporter-sheet-tables.ts";
import { estimatesTable, pathTable } from "../src/report/event-tables.ts";
import { QUERY_MEASURES } from "../src/report/query-measures.ts";
import { shiftShareTable } from "../src/report/shift-share.ts";
import { destinationsTable, seriesTable, sharesTable } from "../src/report/tables.ts";
import { verificationTable } from "../src/report/verification.ts";
import { COMPARISON_TABLES, type ComparisonTable } from "../src/domain/comparison-table.ts";
import { DIMENSIONS } from "../src/domain/dimension.ts";
import { SHEET_TABLES } from "../src/domain/exporter.ts";

const asIs = (item: string): string => item;
const NO_SHEET = { year: 2017, series: [], destinations: [], products: [], peers: null };
const base = { year: 2015, totals: null };

const NO_GROUP: ChamberGroup = {
  name: null,
  chambers: [],
  common: { from: "2017-01-01", to: "2017-12-31" },
  crossBorder: [],
  countBoth: false,
};

/** The columns of a comparison of nothing. */
function comparedColumns(table: ComparisonTable): readonly string[] {
  const nothing: Omit<Comparison, "provenance"> = {
    ...NO_GROUP,
    by: "destination",
    levels: [],
    lastYears: new Map(),
    trade: [],
    items: [],
    overlap: [],
    exporterNames: new Map(),
  };
  return comparisonTable(nothing, table, { nameOf: asIs, countryOf: asIs }).columns;
}

const NO_TOTALS = { certificates: 0, valued: 0, goodsCents: null };
const JOINT_COLUMNS = partsTable(
  { ...NO_GROUP, parts: [] },
  {
    ...NO_TOTALS,
    year: 2017,
    period: "2017",
    window: { year: 2017, firstMonth: 1, lastMonth: 12 },
    complete: true,
    compared: null,
    certificatesGrowth: null,
    goodsValueGrowth: null,
    valuePerCertificate: null,
    exporters: null,
    destinations: 0,
    products: null,
  },
).columns;

/** Every table of measures, by the command that writes it. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  "`summary`, `report --table years`, `exporter --table years`": seriesTable("year", []).columns,
  "`summary --by month` (`quarter` likewise), in place of `year`": ["quarter", "month"],
  "`summary --constant-rates --base YEAR`, in addition": seriesTable("year", [], {
    constantRateGrowth: new Map(),
    base,
  }).columns.slice(seriesTable("year", []).columns.length),
  "`report`, `report --table destinations`": destinationsTable(2017, [], asIs).columns,
  "`report --region FILE --table chambers`": JOINT_COLUMNS,
  "`shares`": sharesTable("destination", [], asIs).columns,
  "`shares --concentration`": concentrationTable("destination", []).columns,
  "`shares --benchmark FILE`": shiftShareTable("destination", [], asIs).columns,
  "`query`: `--by` gives the first columns (and, of items, `<dimension>_name`), `--measures` the others": [
    ...DIMENSIONS,
    ...QUERY_MEASURES.map(({ id }) => id),
  ],
  "`exporters --table years`": exporterYearsTable([], null).columns,
  "`exporters --table margins`": marginsTable([], null).columns,
  "`exporters --table distribution`": distributionTable([], null).columns,
  "`exporters --table concentration`": exporterConcentrationTable([], null).columns,
  "`exporters --cohorts`": cohortsTable([]).columns,
  "`firms`": firmsTable([], asIs).columns,
  "`firms --table benchmark`": firmGapsTable([], asIs).columns,
  ...Object.fromEntries(
    SHEET_TABLES.filter((name) => name !== "years").map((name) => [
      `\`exporter --table ${name}\``,
      sheetTable(name, NO_SHEET, { destination: asIs, hs4: asIs }).columns,
    ]),
  ),
  "`diff`": changesTable([]).columns,
  "`diff --table figures`": figureChangesTable([], asIs).columns,
  "`diff --table causes`": causesTable([]).columns,
  ...Object.fromEntries(COMPARISON_TABLES.map((table) => [`\`compare --table ${table}\``, comparedColumns(table)])),
  "`event`": estimatesTable([]).columns,
  "`event --table path`": pathTable([]).columns,
  "`verify`": verificationTable({ claims: [] }).columns,
};

/** How CSV and JSON write a unit. */
const FORMS: Readonly<Record<ColumnMeaning["unit"], string>> = {
  count: "whole number",
  money: "2 decimals, report currency",
  fraction: "6 decimals: 0.134334 is 13.43 %",
  "percentage points": "6 decimals: 0.015100 is 1.51 points",
  "log points": "6 decimals: 0.126500 is 12.65 log points",
  number: "6 decimals",
  rank: "whole number, 1 is the largest",
  years: "whole number",
  month: "1 to 12",
  "yes or no": "true or false",
  amount: "whole number of certificates, or 2 decimals of the report currency",
  text: "text",
  code: "text",
  date: "YYYY-MM-DD",
};

function lineOf(name: string, meaning: ColumnMeaning | null): string {
  if (meaning === null) throw new Error(`${name} has no meaning: add it to src/report/column-meaning.ts`);
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  return `| \`${name}\` | ${cell(meaning.meaning)} | ${FORMS[meaning.unit]} | ${cell(meaning.undefinedWhen ?? "")} |`;
}

const HEAD = ["| column | meaning | form | empty when |", "| --- | --- | --- | --- |"];

function page(): string {
  const sections = Object.entries(TABLES).flatMap(([title, columns]) => [
    `## ${title}`,
    "",
    ...HEAD,
    ...columns.map((name) => lineOf(name, columnMeaning(name))),
    "",
  ]);
  const exported = (
    [
      ["`export`, `export --table lines`", lineColumns("EUR")],
      ["`export --table certificates`", certificateColumns("EUR")],
    ] as const
  ).flatMap(([title, columns]) => [
    `## ${title}`,
    "",
    ...HEAD,
    ...columns.map(({ name, type, description, required, unit }) =>
      lineOf(name, {
        meaning: description,
        unit: unit === undefined ? (type === "date" ? "date" : type === "integer" ? "count" : "text") : "money",
        ...(required === true ? {} : { undefinedWhen: "it is not stated" }),
      }),
    ),
    "",
  ]);
  return `${INTRODUCTION}\n${[...sections, ...exported].join("\n")}`;
}

const INTRODUCTION = `# The columns of CSV, and what they mean

This page is made from the code (\`test/output-columns.test.ts\` compares it). CSV is RFC 4180 in UTF-8 with line feeds and a header, always; what is
undefined is empty, never 0. The bytes are the same for the same records, whatever the order of input, the time zone, the locale, the
operating system's line ends and the number of threads. Cells that a spreadsheet would run as a formula begin with an apostrophe.

JSON has the same names in one object whose [schema](../data/schemas/output.schema.json) is shipped: money is a string with two decimals,
counts and ratios are numbers, undefined is null. \`schemaVersion\` rises when a column or key is renamed, removed or changes its meaning; new ones
are added at the end of a table without that, so scripts should choose columns by name.
`;

describe("the columns of the outputs", () => {
  it("are documented in docs/output.md, all of them", async () => {
    await expect(page()).toMatchFileSnapshot("../docs/output.md");
  });

  it("a name that is no column has no meaning", () => {
    expect(columnMeaning("goods_weight")).toBeNull();
    expect(columnMeaning("harvest")).toBeNull();
  });
});
