import type { Field } from "../domain/certificate.ts";
import type { Mapping } from "../ingest/map-columns.ts";
import { UNCLEAR, type Meaning } from "./add-up.ts";
import type { CellReaders } from "./read-cells.ts";
import { dayNumber } from "./frame.ts";
import type { Numbering, Numberings } from "./numbering.ts";
import { TUPLE_FIELDS, type RangeFacts } from "./scanned-range.ts";
import { NONE } from "./tally-sums.ts";
import { trimCell } from "./trim-cell.ts";

/** How the texts of a file are read. */
export interface Reading {
  readonly readers: CellReaders;
  readonly mapping: Mapping;
}

/** Finds what the texts of a range mean; days are those since 1900. */
export function findMeaning(
  { texts, tuples }: RangeFacts,
  { readers, mapping }: Reading,
  numberings: Numberings,
  reportCurrency: string,
): Meaning {
  const { chambers, destinations, exporters, products, currencies } = numberings;
  /** The text of a cell; that of all rows where it is blank; `null` when there is none. */
  const cellOf = (field: Field, text: string): string | null => trimCell(text) ?? mapping.constants.get(field) ?? null;
  const each = (field: keyof typeof texts & Field, blank: number, numberOf: (text: string) => number): Int32Array =>
    Int32Array.from(texts[field], (text) => {
      const cell = cellOf(field, text);
      return cell === null ? blank : numberOf(cell);
    });
  const numberIn = <Thing>(numbering: Numbering<Thing>, thing: Thing | null): number =>
    thing === null ? UNCLEAR : numbering.numberOf(thing);

  const known = TUPLE_FIELDS.map((field) => texts[field].map((text) => cellOf(field, text)));
  const parts = tuples.map((codes) => codes.map((code, index) => known[index]?.[code] ?? null));
  const isUnclear = ([status, , currency, origin, size]: readonly (string | null)[]): boolean =>
    (status != null && readers.status(status) === null) ||
    (currency != null && readers.currency(currency) === null) ||
    (origin != null && readers.origin(origin) === null) ||
    (size != null && readers.exporterSize(size) === null);
  return {
    days: each("issue_date", UNCLEAR, (text) => {
      const day = readers.issueDate(text);
      return day === null ? UNCLEAR : dayNumber(day);
    }),
    destinations: each("destination", UNCLEAR, (text) => numberIn(destinations, readers.destination(text))),
    exporters: Int32Array.from(texts.exporter_id, (text, code) =>
      code === 0 ? NONE : numberIn(exporters, exporterOf(trimCell(text), readers.exporterId)),
    ),
    exporterNames: each("exporter_name", NONE, (text) => {
      const name = readers.exporterName(text);
      return name === null ? NONE : exporters.numberOf(`NAME:${name}`);
    }),
    products: each("hs_code", NONE, (text) => {
      const code = readers.hsCode(text);
      return code === null ? UNCLEAR : code.length < 6 ? NONE : products.numberOf(code.slice(0, 6));
    }),
    issued: Int8Array.from(parts, (cells) =>
      isUnclear(cells) ? UNCLEAR : cells[0] == null || readers.status(cells[0]) === "issued" ? 1 : 0,
    ),
    chambers: Int32Array.from(parts, ([, chamber = null]) => chambers.numberOf(chamber)),
    currencies: Int32Array.from(parts, ([, , text = null]) => {
      const currency = (text === null ? null : readers.currency(text)) ?? readers.defaultCurrency;
      return currency === reportCurrency ? NONE : currencies.numberOf(currency);
    }),
  };
}

function exporterOf(text: string | null, read: (text: string) => string | null): string | null {
  return text === null ? null : read(text);
}
