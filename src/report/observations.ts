import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import { FEWEST_FIRMS } from "../domain/disclosure.ts";
import type { Cents } from "../domain/money.ts";
import type { Cell, Table } from "./table.ts";
import { tableOf } from "./table.ts";

/** A year by destination, or of all destinations (`null`). */
interface YearOfDestination {
  readonly year: number;
  readonly destination: string | null;
  readonly certificates: number;
  readonly goodsCents: Cents | null;
  /** Those that the certificates name. */
  readonly exporters: number;
}

/** The data structure whose columns these are; `data/sdmx-csv.md` documents it. */
const STRUCTURE_ID = "ORIGO:DF_CERTIFICATES(1.0.0)";

interface Observation extends YearOfDestination {
  readonly indicator: "CERTIFICATES" | "GOODS_VALUE";
}

/**
 * Years and destinations as the observations of an SDMX-CSV 2.0 message: one per year, destination and indicator. Nothing is
 * suppressed: what is confidential is marked, and publishing it or not is the sender's decision.
 */
export function observationsTable(
  rows: readonly YearOfDestination[],
  wholeYears: ReadonlySet<number>,
  currency: string,
): Table {
  const observations = rows.flatMap((row): readonly Observation[] => [
    { ...row, indicator: "CERTIFICATES" },
    { ...row, indicator: "GOODS_VALUE" },
  ]);
  const value = ({ indicator, certificates, goodsCents }: Observation): Cell =>
    indicator === "CERTIFICATES" ? certificates : goodsCents;
  return tableOf<Observation>(
    [
      ["STRUCTURE", () => "dataflow"],
      ["STRUCTURE_ID", () => STRUCTURE_ID],
      ["ACTION", () => "I"],
      ["FREQ", () => "A"],
      ["COUNTERPART_AREA", ({ destination }) => areaOf(destination)],
      ["INDICATOR", ({ indicator }) => indicator],
      ["TIME_PERIOD", ({ year }) => year],
      ["OBS_VALUE", value],
      ["UNIT_MEASURE", ({ indicator }) => (indicator === "CERTIFICATES" ? "PN" : currency)],
      ["UNIT_MULT", () => 0],
      ["DECIMALS", ({ indicator }) => (indicator === "CERTIFICATES" ? 0 : 2)],
      ["OBS_STATUS", (row) => (value(row) === null ? "L" : wholeYears.has(row.year) ? "A" : "P")],
      ["CONF_STATUS", ({ exporters }) => (exporters < FEWEST_FIRMS ? "C" : "F")],
    ],
    observations,
  );
}

/** `_T` is the total, `_X` what is no country, as in the cross-domain code lists. */
function areaOf(destination: string | null): string {
  if (destination === null) return "_T";
  return destination === NOT_A_COUNTRY ? "_X" : destination;
}
