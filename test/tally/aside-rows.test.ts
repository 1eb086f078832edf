import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import { splitRecord } from "../../src/tally/aside-rows.ts";

const DELIMITERS = [";", "\t", ",", "|"] as const;
const cell = fc.string({ unit: fc.constantFrom(...Array.from("ab ;\t,|\"\n\ré'"), "\u{1F600}"), maxLength: 5 });

test("a record has the cells that csv-parse finds in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom("", "\n", "\r\n", "\n\n", "\r\n\r\n"),
      (cells, delimiter, lineEnd) => {
        const record = cells
          .map(([text, quoted]) =>
            quoted || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
          )
          .join(delimiter);
        // That is a blank line, which is no record.
        fc.pre(record !== "");
        const found = splitRecord(record + lineEnd, delimiter);
        expect(found).toEqual(cells.map(([text]) => text));
        expect([found]).toEqual(parse(record, { delimiter, record_delimiter: "\u0000" }));
      },
    ),
    { numRuns: 2000 },
  );
});
