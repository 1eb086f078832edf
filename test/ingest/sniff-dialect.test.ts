import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Field } from "../../src/domain/certificate.ts";
import { sniffDialect } from "../../src/ingest/sniff-dialect.ts";

/** Names a field, with the number that tells which. */
const FIELDS: Readonly<Record<string, Field>> = {
  nummer: "certificate_number",
  datum: "issue_date",
  land: "destination",
};
const fieldOf = (header: string): Field | null => FIELDS[header.trim()] ?? null;

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(FIELDS)) },
  { weight: 3, arbitrary: fc.constantFrom("", " ", "x", " land ", "12,5", "é", "titel van 2017") },
);
const row = fc.array(cell, { maxLength: 5 });
const head = fc
  .tuple(
    fc.array(row, { minLength: 1, maxLength: 50 }),
    fc.constantFrom(";", ",", "\t", "|"),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(
    ([rows, delimiter, lineEnd, ends]) =>
      rows.map((cells) => cells.join(delimiter)).join(lineEnd) + (ends ? lineEnd : ""),
  );

describe("the layout of a text without quotes", () => {
  it("is what a parser for any CSV finds: the first of the rows in which most cells name a field", async () => {
    await fc.assert(
      fc.asyncProperty(head, async (text) => {
        const candidates = [";", ",", "\t", "|"].flatMap((delimiter) =>
          recordsOf(text, delimiter).map(({ record, info }) => {
            const headers = record.map((each) => each.trim());
            const fields = new Set(headers.map(fieldOf).filter((field) => field !== null)).size;
            return { delimiter, headerLines: info.lines, headers, fields };
          }),
        );
        const [best] = candidates.toSorted(
          (a, b) => b.fields - a.fields || b.headers.length - a.headers.length || a.headerLines - b.headerLines,
        );
        if (best === undefined) {
          await expect(sniffDialect(text, fieldOf, "x.csv")).rejects.toThrow("has no header row");
          return;
        }
        const { delimiter, headerLines, headers } = best;
        expect(await sniffDialect(text, fieldOf, "x.csv")).toEqual({ delimiter, headerLines, headers });
      }),
      { numRuns: 400 },
    );
  });

  it("is found beside quotes in later rows, and with line breaks in quotes before the header row", async () => {
    const later = `titel\nnummer;datum;land\n${"1;2;x\n".repeat(40)}1;2;"a;b"\n`;
    expect(await sniffDialect(later, fieldOf, "x.csv")).toEqual({
      delimiter: ";",
      headerLines: 2,
      headers: ["nummer", "datum", "land"],
    });
    expect(await sniffDialect(`"een\ntitel"\n\nnummer;datum;land\n1;2;x\n`, fieldOf, "x.csv")).toEqual({
      delimiter: ";",
      headerLines: 4,
      headers: ["nummer", "datum", "land"],
    });
  });
});

interface InfoRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The first thirty rows. */
function recordsOf(text: string, delimiter: string): readonly InfoRecord[] {
  const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const;
  // With `info`, each element is a record and its place; the library's types do not say so.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (parse(text, options) as unknown as readonly InfoRecord[]).slice(0, 30);
}
