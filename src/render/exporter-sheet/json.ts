import { DOMINANCE_PERCENT } from "../../domain/disclosure.ts";
import { exporterName, exporterNumber, type SheetTable } from "../../domain/exporter.ts";
import { fractionToNumber } from "../../domain/fraction.ts";
import { SIMILAR_FROM, type ExporterSheet, type Standing } from "../../report/exporter-sheet.ts";
import { sheetTable, type SheetNames } from "../../report/exporter-sheet-tables.ts";
import type { NameOf } from "../../report/tables.ts";
import { jsonRows, renderJson, type JsonValue } from "../json.ts";

/** The sheet as one document; `data/schemas/output.schema.json` describes it. */
export function renderSheetJson(sheet: ExporterSheet, names: SheetNames & { readonly within: NameOf }): string {
  const { exporter, facts, year, current, standing, peers, fewestFirms } = sheet;
  const rows = (table: SheetTable): JsonValue => jsonRows(sheetTable(table, sheet, names));
  // The problems that are listed quote the rows of other exporters; how many there are of each kind stays.
  return renderJson(
    "exporter",
    { ...sheet.provenance, problems: [] },
    {
      exporter: { id: exporterNumber(exporter), name: exporterName(exporter), size: facts.size },
      firstCertificate: facts.firstDay,
      lastCertificate: facts.lastDay,
      year,
      complete: current.complete,
      years: rows("years"),
      destinations: rows("destinations"),
      products: rows("products"),
      standing: standing && jsonStanding(standing, names.within),
      disclosure: { fewestFirms, dominancePercent: DOMINANCE_PERCENT },
      similar: peers && {
        exporters: peers.similar,
        fromSimilarity: fractionToNumber(SIMILAR_FROM),
        firstYear: peers.firstYear,
        markets: rows("markets"),
      },
    },
  );
}

function jsonStanding({ within, item, places }: Standing, nameOf: NameOf): JsonValue {
  const { goods_value: goodsValue, certificates } = places;
  return {
    within,
    item,
    name: nameOf(item),
    goods_value: {
      now: goodsValue.now && { ...goodsValue.now },
      before: goodsValue.before && { ...goodsValue.before },
    },
    certificates: {
      now: certificates.now && { ...certificates.now },
      before: certificates.before && { ...certificates.before },
    },
  };
}
