import { DEFAULT_CERTIFICATE_TYPE, FIELDS, type Field } from "../domain/certificate.ts";
import { problemSeverity, type Problem } from "../domain/problem.ts";
import { DAMAGED_NUMBER, ROW_RULES, type RowFault } from "../ingest/row-rules.ts";
import type { AmountRead, CellReaders } from "./read-cells.ts";

/** A row that needs a closer look. */
export interface SetAside {
  /** By position in the list of files. */
  readonly file: number;
  readonly line: number;
  /** By position in `FIELDS`: trimmed, `null` when blank; with the constants of the mapping. */
  readonly texts: readonly (string | null)[];
}

/** The file of such rows. */
export interface TalliedFile {
  readonly name: string;
  /** The header of the column that a field is read from. */
  readonly headerOf: (field: Field) => string | null;
  readonly readers: CellReaders;
}

/** Cents of a currency on an ISO day in the report currency, half-up; `null` when there is no rate. */
export type Convert = (cents: bigint, currency: string, day: string) => bigint | null;

/** A row that is good by itself. What names it, chamber and certificate number, are kept with all rows that share them. */
export interface GoodRow {
  readonly file: number;
  readonly line: number;
  readonly issueDate: string;
  readonly certificateType: string;
  readonly status: string;
  readonly replaces: string | null;
  /** The number of the exporter, else `NAME:` and the normalised name: a number has no colon. */
  readonly exporter: string | null;
  readonly exporterName: string | null;
  readonly exporterSize: string | null;
  readonly destination: string;
  readonly origin: string | null;
  readonly hsCode: string | null;
  readonly goods: string | null;
  readonly cents: bigint | null;
  readonly currency: string | null;
  /** The value in the report currency. */
  readonly goodsCents: bigint | null;
  /** The row of the same certificate that was read before it: for each certificate an array of its own would take more. */
  before: GoodRow | null;
}

/** What the cells of a row say, where a rule looks at it. */
interface Cells {
  readonly issueDate: string | null;
  readonly status: string | null;
  readonly destination: string | null;
  readonly exporterSize: string | null;
  readonly origin: string | null;
  readonly hsCode: string | null;
  /** `null` when the cell is blank. */
  readonly amount: AmountRead | null;
  readonly currency: string | null;
}

const DAMAGED = new RegExp(`^(?:${DAMAGED_NUMBER})$`);

/** The conditions of `ROW_RULES` once more: whether a row has a fault, from its cells and the text of the field of the rule. */
const HAS_FAULT: Readonly<Record<RowFault, (cells: Cells, text: string | null) => boolean>> = {
  "missing-number": (_, text) => text === null,
  "damaged-number": (_, text) => text !== null && text.includes("+") && DAMAGED.test(text),
  "missing-date": (_, text) => text === null,
  "invalid-date": ({ issueDate }, text) => text !== null && issueDate === null,
  "missing-destination": (_, text) => text === null,
  "unknown-destination": ({ destination }, text) => text !== null && destination === null,
  "unknown-status": ({ status }) => status === null,
  "invalid-value": ({ amount }) => amount?.kind === "no-number",
  "value-out-of-range": ({ amount }) => amount?.kind === "out-of-range",
  "negative-value": ({ amount }) => amount?.kind === "cents" && amount.cents < 0n,
  "rounded-value": ({ amount }) => amount?.kind === "cents" && amount.scientific && amount.cents >= 0n,
  "unknown-currency": ({ amount, currency }) => amount !== null && currency === null,
  "invalid-hs-code": ({ hsCode }, text) => text !== null && hsCode === null,
  "unknown-origin": ({ origin }, text) => text !== null && origin === null,
  "unknown-exporter-size": ({ exporterSize }, text) => text !== null && exporterSize === null,
};

const RULES = ROW_RULES.map(({ code, field }) => ({
  code,
  field,
  position: FIELDS.indexOf(field),
  rejects: problemSeverity(code) === "reject",
  hasFault: HAS_FAULT[code],
}));

/** Reads rows, with what to do about their faults; the result gives `null` for a row that is rejected for one. */
export function createRowReader(
  files: readonly TalliedFile[],
  reportCurrency: string,
  convert: Convert,
  tell: (problem: Problem) => void,
): (row: SetAside) => GoodRow | null {
  const named = new Map<string, string>();
  const texts = new Map<string, string>();

  function exporterNamed(name: string): string {
    const exporter = named.get(name) ?? `NAME:${name}`;
    named.set(name, exporter);
    return exporter;
  }

  /** The text as the rows before had it, which then is in memory once. */
  function shared(text: string | null): string | null {
    if (text === null) return null;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  }

  function findFaults(row: SetAside, { name, headerOf, readers }: TalliedFile, cells: Cells): boolean {
    let rejected = false;
    for (const { code, field, position, rejects, hasFault } of RULES) {
      const text = row.texts[position] ?? null;
      if (!hasFault(cells, text)) continue;
      if (rejects) rejected = true;
      const hint = code === "unknown-destination" && text !== null ? readers.destinationHint(text) : null;
      tell({ code, file: name, line: row.line, column: headerOf(field) ?? "", text: text ?? "", hint: hint ?? "" });
    }
    return rejected;
  }

  return (row) => {
    const file = files[row.file];
    if (file === undefined) throw new Error(`there is no file ${row.file}`);
    const { readers } = file;
    const [
      ,
      dateText = null,
      ,
      typeText = null,
      statusText = null,
      replaces = null,
      idText = null,
      exporterName = null,
      sizeText = null,
      destinationText = null,
      originText = null,
      hsText = null,
      goods = null,
      valueText = null,
      currencyText = null,
    ] = row.texts;
    const cells: Cells = {
      issueDate: dateText && readers.issueDate(dateText),
      status: statusText === null ? "issued" : readers.status(statusText),
      destination: destinationText && readers.destination(destinationText),
      exporterSize: sizeText && readers.exporterSize(sizeText),
      origin: originText && readers.origin(originText),
      hsCode: hsText && readers.hsCode(hsText),
      amount: valueText === null ? null : readers.amount(valueText),
      currency: currencyText === null ? readers.defaultCurrency : readers.currency(currencyText),
    };
    const rejected = findFaults(row, file, cells);
    const { issueDate, status, destination, amount, currency } = cells;
    if (rejected || issueDate === null || status === null || destination === null) return null;
    const cents = amount?.kind === "cents" ? amount.cents : null;
    let goodsCents = cents;
    if (cents !== null && currency !== null && currency !== reportCurrency) {
      goodsCents = convert(cents, currency, issueDate);
      if (goodsCents === null) {
        const hint = `there is none of ${currency} in ${reportCurrency} for ${issueDate}`;
        tell({ code: "missing-rate", file: file.name, line: row.line, column: "", text: currency, hint });
        return null;
      }
    }
    const exporterId = idText && readers.exporterId(idText);
    const name = exporterId === null && exporterName !== null ? readers.exporterName(exporterName) : null;
    return {
      file: row.file,
      line: row.line,
      issueDate,
      certificateType: typeText === null ? DEFAULT_CERTIFICATE_TYPE : readers.certificateType(typeText),
      status,
      replaces,
      exporter: name === null ? exporterId : exporterNamed(name),
      exporterName: shared(exporterName),
      exporterSize: cells.exporterSize,
      destination,
      origin: cells.origin,
      hsCode: cells.hsCode,
      goods: shared(goods),
      cents,
      currency,
      goodsCents,
      before: null,
    };
  };
}
