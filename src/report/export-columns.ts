import { EXPORTER_SIZES } from "../domain/certificate.ts";
import type { ExportColumn, ExportType } from "../domain/export.ts";
import { columnMeaning } from "./column-meaning.ts";
import type { Cell, Table } from "./table.ts";

const COUNTRY = "^[A-Z]{2}$";

/** The cleaned certificates, one row per line of a certificate that counts, in the canonical fields. */
export function lineColumns(currency: string): readonly ExportColumn[] {
  return [
    text("certificate_number", "Number given by the issuing chamber; the lines of one certificate share it.", true),
    { name: "issue_date", type: "date", description: "The date that decides the period.", required: true },
    text("chamber", "Issuing chamber."),
    text("certificate_type", "Type of certificate, such as CO or EUR.1.", true),
    { ...text("status", "Only issued certificates count.", true), enum: ["issued"] },
    text("replaces", "Number of the certificate that this one replaces."),
    text("exporter_id", "Enterprise or VAT number."),
    text("exporter_name", "Name of the exporter."),
    { ...text("exporter_size", "Size class of EU recommendation 2003/361."), enum: EXPORTER_SIZES },
    { ...text("destination", "Country of destination, ISO 3166-1 alpha-2; XX is no country.", true), pattern: COUNTRY },
    { ...text("origin", "Countries of origin, separated by commas."), pattern: "^[A-Z]{2}(,[A-Z]{2})*$" },
    { ...text("hs_code", "Harmonized System code; leading zeros are data."), pattern: "^(\\d{2}){1,5}$" },
    text("goods", "Description of the goods."),
    amount("value", "Goods value in the currency of the row.", "currency"),
    { ...text("currency", "ISO 4217 code of the value.", true), pattern: "^[A-Z]{3}$" },
    amount("goods_value", "Goods value at the ECB reference rate of the issue date.", currency),
  ];
}

/** One row per certificate that counts. */
export function certificateColumns(currency: string): readonly ExportColumn[] {
  const names = new Set(["certificate_number", "issue_date", "chamber", "certificate_type", "exporter_name"]);
  const [number, ...others] = lineColumns(currency).filter(
    ({ name }) => names.has(name) || ["exporter_size", "destination", "goods_value"].includes(name),
  );
  const lines: ExportColumn = { name: "lines", type: "integer", description: "How many lines it has.", minimum: 1 };
  return [...(number === undefined ? [] : [number]), ...others, lines];
}

function text(name: string, description: string, required = false): ExportColumn {
  return { name, type: "string", description, ...(required ? { required } : {}) };
}

function amount(name: string, description: string, unit: string): ExportColumn {
  return { name, type: "decimal", description, minimum: 0, unit };
}

/** The columns of a table of measures: typed by what their cells are, described by the formulas of the measures. */
export function measureColumns(table: Table, currency: string): readonly ExportColumn[] {
  return table.columns.map((name, index) => {
    const cells = table.rows.map((row) => row[index] ?? null);
    // Where totals stand among years, the years are texts too.
    const type = typeOf(cells.find((cell) => typeof cell === "string") ?? cells.find((cell) => cell !== null) ?? null);
    return {
      name,
      type,
      description: columnMeaning(name)?.meaning ?? name,
      ...(type === "decimal" ? { unit: currency } : {}),
    };
  });
}

function typeOf(cell: Cell): ExportType {
  if (typeof cell === "bigint") return "decimal";
  if (typeof cell === "boolean") return "boolean";
  if (typeof cell === "number") return "integer";
  return typeof cell === "object" && cell !== null ? "number" : "string";
}
