import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { DateOrder, DecimalMark, Profile } from "../../src/domain/profile.ts";
import { BeyondTally } from "../../src/tally/beyond-tally.ts";
import { createCellReaders, type CellReaders } from "../../src/tally/read-cells.ts";
import { trimCell } from "../../src/tally/trim-cell.ts";
import { inEngine, type Texts } from "./in-engine.ts";

/** What a row says, field by field; `BEYOND` where the readers leave it to the engine. */
type Reading = Readonly<Record<string, string | null>>;

const BEYOND = "beyond";

const PROFILE: Profile = {
  statuses: { OK: "issued", "Ingetrokken?": "cancelled" },
  destinations: { Zee: "XX", "U.S. of A.": "US" },
};

const AMOUNT_FAULTS = ["invalid-value", "value-out-of-range", "rounded-value"];

async function readByEngine(rows: readonly Texts[], profile: Profile): Promise<readonly Reading[]> {
  return inEngine([rows], profile, "EUR", async (engine) => {
    const hint = "(select any_value(hint) from row_problems p where p.line = r.line and code = 'unknown-destination')";
    const faults = `(select string_agg(code order by code) from row_problems p where p.line = r.line and code in (${AMOUNT_FAULTS.map((code) => `'${code}'`).join()}))`;
    return engine.rows<Reading>(
      `select issue_date::varchar as issue_date, certificate_type, status, exporter_size, destination, ${hint} as hint,
         origin, currency, exporter_id, case when exporter like 'NAME:%' then exporter[6:] end as exporter_name, hs_code,
         value_cents::varchar as cents, ${faults} as faults
       from rows r order by line`,
    );
  });
}

function readByTally(row: Texts, readers: CellReaders): Reading {
  const read = (text: string | undefined, reader: (text: string) => string | null, blank: string | null = null) => {
    const trimmed = trimCell(text ?? "");
    return trimmed === null ? blank : orBeyond(() => reader(trimmed));
  };
  const destination = read(row.destination, readers.destination);
  const exporterId = read(row.exporter_id, readers.exporterId);
  const value = trimCell(row.value ?? "");
  return {
    issue_date: read(row.issue_date, readers.issueDate),
    certificate_type: read(row.certificate_type, readers.certificateType, "CO"),
    status: read(row.status, readers.status, "issued"),
    exporter_size: read(row.exporter_size, readers.exporterSize),
    destination,
    hint: destination === null ? read(row.destination, readers.destinationHint) : null,
    origin: read(row.origin, readers.origin),
    currency: read(row.currency, readers.currency, "EUR"),
    exporter_id: exporterId,
    exporter_name: exporterId === null ? read(row.exporter_name, readers.exporterName) : null,
    hs_code: read(row.hs_code, readers.hsCode),
    cents: value === null ? null : orBeyond(() => centsOf(readers, value)),
    faults: value === null ? null : orBeyond(() => faultOf(readers, value)),
  };
}

function orBeyond(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof BeyondTally) return BEYOND;
    throw error;
  }
}

function centsOf(readers: CellReaders, text: string): string | null {
  const amount = readers.amount(text);
  return amount.kind === "cents" ? String(amount.cents) : null;
}

function faultOf(readers: CellReaders, text: string): string | null {
  const amount = readers.amount(text);
  if (amount.kind === "no-number") return "invalid-value";
  if (amount.kind === "out-of-range") return "value-out-of-range";
  return amount.scientific && amount.cents >= 0n ? "rounded-value" : null;
}

/** Compares what both read, and gives the share of the texts that were left to the engine, by field. */
async function compare(rows: readonly Texts[], profile: Profile): Promise<ReadonlyMap<string, number>> {
  const { date_order: dateOrder = "dmy", decimal_mark: decimalMark = "," } = profile;
  const readers = createCellReaders(profile, { dateOrder, decimalMark });
  const expected = await readByEngine(rows, { date_order: dateOrder, decimal_mark: decimalMark, ...profile });
  const beyond = new Map<string, number>();
  const found = rows.map((row, index) => {
    const readings = Object.entries(readByTally(row, readers)).map(([field, reading]) => {
      if (reading !== BEYOND) return [field, reading];
      beyond.set(field, (beyond.get(field) ?? 0) + 1 / rows.length);
      return [field, expected[index]?.[field] ?? null];
    });
    return { texts: row, ...Object.fromEntries(readings) };
  });
  expect(found).toEqual(expected.map((reading, index) => ({ texts: rows[index], ...reading })));
  return beyond;
}

const digits = (min: number, max = min): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: min, maxLength: max });
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(""));
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), part);
const among = (texts: string): fc.Arbitrary<string> => fc.constantFrom(...texts.split(" "));

const small = fc.integer({ min: 0, max: 35 }).map(String);
const two = small.map((number) => number.padStart(2, "0"));
const year = fc.oneof(
  fc.integer({ min: 1895, max: 2105 }).map(String),
  fc.constantFrom("2016", "2017", "1900", "2000", "17", "0201"),
);
const dateMark = fc.constantFrom("-", "/", ".", "-", "/", " ", "");
const time = fc.constantFrom(
  ..." 14:30|T14:30:00Z| 14:30:00.000+01:00| 2:30 PM| 2:30pm| 2:30PMZ|T1:2|T14|noon| 00:00:00,0|T99:99-0100| 14:30 UTC| ".split(
    "|",
  ),
);
const monthName = among("maart March MRZ Sept. september août août Dezember enero fev 3月 März mei maaart mars' may");
const date = fc.oneof(
  joined(year, dateMark, fc.oneof(small, two), dateMark, fc.oneof(small, two), maybe(time)),
  joined(fc.oneof(small, two), dateMark, fc.oneof(small, two), dateMark, year, maybe(time)),
  joined(year, dateMark, fc.oneof(small, two)),
  joined(year, two, maybe(two)),
  joined(digits(4, 6), maybe(joined(fc.constantFrom(",", "."), digits(0, 3)))),
  joined(
    small,
    fc.constantFrom(" ", "-", ". ", " de ", "e "),
    monthName,
    fc.constantFrom(" ", "-", ", ", " de "),
    year,
  ),
  joined(monthName, fc.constantFrom(" ", "-", ""), maybe(joined(small, fc.constantFrom(", ", "th "))), year),
);

const separator = fc.constantFrom(".", ",", " ", "\u00A0", "\u202F", "'", "’", "", "''", "\u2009");
const amount = fc.oneof(
  joined(
    fc.constantFrom("", "", "", "+", "-", "--", "€ "),
    digits(1, 20),
    maybe(joined(fc.constantFrom(",", "."), digits(0, 21))),
  ),
  fc
    .tuple(
      fc.constantFrom("", "", "-", "+"),
      digits(1, 3),
      fc.array(digits(3), { maxLength: 6 }),
      separator,
      maybe(joined(fc.constantFrom(",", "."), digits(1, 4))),
    )
    .map(([sign, first, groups, mark, decimals]) => sign + [first, ...groups].join(mark) + decimals),
  fc
    .tuple(digits(1, 3), digits(3), digits(2, 4), separator, separator)
    .map(([a, b, c, left, right]) => a + left + b + right + c),
  joined(
    fc.constantFrom("", "", "-"),
    digits(1),
    maybe(joined(fc.constantFrom(",", "."), digits(1, 20))),
    fc.constantFrom("E", "e"),
    fc.constantFrom("", "+", "+0", "-"),
    digits(1, 2),
  ),
  joined(fc.constantFrom("", "-"), digits(12, 17), fc.constantFrom(",995", ".995", ",994999", ".005", ",00", "")),
  among(
    "NaN inf 0x10 1_000 1e400 ,5 5, 0 -0 -0,001 -0.004 -0,005 9999999999999999,99 9999999999999999.995 1E+15 1,5E+17 ١٢",
  ),
);

const hsCode = fc.oneof(
  digits(1, 12),
  joined(digits(4), among(". .. - /"), digits(2), maybe(joined(fc.constantFrom(" ", ".", "\u00A0"), digits(2)))),
  among("84 ex8471 8471,30 HS84"),
);
const name = fc.string({
  unit: fc.constantFrom(...Array.from("abzABZ019 .,&-/()'éèüöäßçñØøæåÅłŁşİıœŸÿ²ªž€®—’\u00A0")),
  minLength: 1,
  maxLength: 12,
});
const anyName = fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }).filter((text) => !/[\r\n\0]/.test(text));
const exporterId = fc.string({
  unit: fc.constantFrom(...Array.from("BEbe0123456789 .-/é_")),
  minLength: 1,
  maxLength: 14,
});
const country = fc.constantFrom(
  "China",
  "CN",
  "chn",
  "156",
  "Duitslnad",
  "Duitsland",
  "ZEE",
  "U.S. of A.",
  "us of a",
  "UK",
  "XX",
  "Itali",
  "België/Belgique",
  "Côte d’Ivoire",
  "Korea, Republic of",
  "XK",
  "Turkije ",
  "z",
);
const origin = fc.oneof(
  country,
  fc.array(country, { minLength: 1, maxLength: 3 }).map((all) => all.join(", ")),
  joined(country, fc.constantFrom("|", "+", ";", " & ", "/"), country),
);

const text = (texts: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.option(
    fc
      .tuple(
        fc.constantFrom("", "", "", " ", "\t", "\u00A0 ", "\uFEFF"),
        texts,
        fc.constantFrom("", "", "", " ", "\u202F"),
      )
      .map((parts) => parts.join("")),
    { nil: undefined, freq: 9 },
  );

const row = fc
  .record({
    issue_date: text(date),
    certificate_type: text(
      fc.oneof(
        among("EUR.1 eur1 A.TR atr form-a Form_A certificaat CO co Oorsprongscertificaat ursprungszeugnis"),
        name,
      ),
    ),
    status: text(
      among("issued Uitgereikt OK ok annulé annule geannuleerd ingetrokken? refusé Abgelehnt draft ? valid"),
    ),
    exporter_size: text(among("micro klein SMALL Grande groß middelgroot medium huge")),
    destination: text(country),
    origin: text(origin),
    currency: text(among("EUR eur € euro Euros usd $ £ GBP JPY XXX ZZZ")),
    exporter_id: fc.option(exporterId, { nil: undefined, freq: 1 }),
    exporter_name: text(name),
    hs_code: text(hsCode),
    value: text(amount),
  })
  // The type knows no absent texts.
  .map((texts): Texts => ({
    certificate_number: "1",
    ...Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== undefined)),
  }));

describe("the cells of a row", () => {
  it.each<[DateOrder, DecimalMark]>([
    ["dmy", ","],
    ["mdy", "."],
  ])("say the same without the engine as with it (%s, %s)", { timeout: 60_000 }, async (date_order, decimal_mark) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1500, maxLength: 2000, size: "max" }), async (rows) => {
        const beyond = await compare(rows, { ...PROFILE, date_order, decimal_mark });
        expect([...beyond.keys()].toSorted()).toEqual(["cents", "faults"]);
        expect(beyond.get("cents")).toBeLessThan(0.1);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it("say the same whatever the writing, or are left to the engine", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyName, anyName), { minLength: 500, maxLength: 1000, size: "max" }),
        async (texts) => {
          await compare(
            texts.map(([first, second]) => ({
              certificate_number: "1",
              exporter_name: first,
              certificate_type: second,
              issue_date: `5 ${second} 2017`,
              hs_code: first,
              value: second,
            })),
            {},
          );
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("have the same letters as the engine's, of which hardly any Latin one is left to it", async () => {
    const letters = Array.from({ length: 0x3000 - 0xa0 }, (_, index) => String.fromCodePoint(0xa0 + index));
    const rows = letters.map((letter) => ({
      certificate_number: "1",
      exporter_name: `a${letter}b`,
      certificate_type: `${letter}b`,
    }));
    await compare(rows, {});
    const { exporterName, certificateType } = createCellReaders({}, { dateOrder: "dmy", decimalMark: "," });
    const beyond = letters.filter((letter) =>
      [exporterName, certificateType].some((read) => orBeyond(() => read(letter)) === BEYOND),
    );
    expect(beyond.filter((letter) => letter < "\u0180")).toEqual(["ŉ"]);
  });
});
