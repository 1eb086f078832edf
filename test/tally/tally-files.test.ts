import fc from "fast-check";
import { expect, test } from "vitest";

import type { Profile } from "../../src/domain/profile.ts";
import { counted, tallied, written, type Cut } from "./both-ways.ts";

const pick = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

/** Mostly plain, sometimes odd, and seldom for the engine. */
const mostly = <Value>(
  plain: fc.Arbitrary<Value>,
  odd: fc.Arbitrary<Value>,
  ...beyond: readonly fc.Arbitrary<Value>[]
): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 450, arbitrary: plain },
    { weight: 50, arbitrary: odd },
    ...beyond.map((arbitrary) => ({ weight: 1, arbitrary })),
  );

const number = mostly(
  fc.integer({ min: 1, max: 40 }).map((n) => `N-${n}`),
  pick("", " ", "N-1 ", "\u00A0N-2", "1,2E+11", "Ñ-7"),
  pick('say "N"'),
);
const CELLS = {
  number,
  date: mostly(
    pick("2016-12-31", "2017-01-01", "2017-05-09", "13/05/2017", "31/12/2018", "2018-02-28"),
    pick(
      "",
      "31/02/2017",
      "13 mei 2017",
      "2017-05",
      "20170509",
      "2017-05-09T10:00",
      " 2017-05-09",
      "gisteren",
      "42795",
    ),
  ),
  destination: mostly(pick("China", "CN", "Turkije", "US", "België"), pick("", "Chiina", "XX", " China ", "Namibia")),
  status: mostly(pick("", "afgegeven", "issued"), pick("geannuleerd", "refused", "???", " issued")),
  replaces: mostly(pick(""), fc.oneof(number, pick("N-1", "N-2", "N-3"))),
  exporter: mostly(pick("BE 0123.456.789", "BE0123456789", "BE 0999.999.999"), pick("", "-", " ", "nl-1")),
  name: mostly(pick("Firma A", "firma a", "Société Générale"), pick("", "...", "Łódź Sp."), pick("Ωmega")),
  chamber: mostly(pick("Limburg"), pick("", "Antwerpen", " Limburg")),
  origin: mostly(pick("BE", "België"), pick("", "Atlantis", "BE, DE")),
  hs: mostly(pick("85369010", "722020", "0406"), pick("", "8536.90", "12345", "x")),
  value: mostly(
    pick("15908,96", "44.227,90", "12", "1 234,50", "1'000,5", "0"),
    pick(
      "",
      "-5,00",
      "n.v.t.",
      "1,005",
      "1E3",
      "99999999999999999999",
      "12.5",
      "1234567890123456,78",
      " 7 ",
      "+3",
      "1.234",
    ),
  ),
  currency: mostly(pick("EUR", ""), pick("USD", "GBP", "VEB", "???", "eur")),
  size: mostly(pick("small"), pick("", "groot", "?")),
  goods: mostly(
    pick("machines", "onderdelen"),
    pick("", "a;b|c\td", "twee\nregels", 'een "woord"', "\n", "é \u{1F600}", "\n\nN-1;2017-01-01;CN;5\n"),
  ),
} as const;
const HEADERS: Readonly<Record<Column, string>> = {
  number: "Certificaatnummer",
  date: "Datum afgifte",
  destination: "Bestemming",
  status: "Status",
  replaces: "Vervangt",
  exporter: "Ondernemingsnummer",
  name: "Exporteur",
  chamber: "Kamer",
  origin: "Oorsprong",
  hs: "GN-code",
  value: "Waarde",
  currency: "Munt",
  size: "Grootte",
  goods: "Omschrijving",
};
type Column = keyof typeof CELLS;
/** A file has these, and some of the others. */
const NEEDED = ["number", "date", "destination", "value"] as const satisfies readonly Column[];
const OTHERS = [
  "status",
  "replaces",
  "exporter",
  "name",
  "chamber",
  "origin",
  "hs",
  "currency",
  "size",
  "goods",
] as const satisfies readonly Column[];

interface Layout {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quotes: "all" | "needed";
  readonly mark: boolean;
  readonly lastLineEnds: boolean;
  /** What comes before the header row. */
  readonly titles: readonly string[];
  readonly blankLines: readonly number[];
  /** Whether every row ends with a delimiter. */
  readonly lastDelimiter: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  delimiter: pick(";", "\t", "|"),
  lineEnd: pick("\n", "\r\n"),
  quotes: pick("needed", "needed", "all"),
  mark: fc.boolean(),
  lastLineEnds: fc.boolean(),
  titles: pick([], [], [], ["Kamer van Limburg"], ["Uitvoer 2017", ""]),
  blankLines: fc.array(fc.nat(70), { maxLength: 2 }),
  lastDelimiter: pick(false, false, false, true),
});

function textOf(columns: readonly Column[], rows: readonly Row[], own: Layout): string {
  const { delimiter, lineEnd, quotes, mark, lastLineEnds, titles, blankLines, lastDelimiter } = own;
  const cell = (text: string): string =>
    quotes === "all" || /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const header = columns.map((column) => HEADERS[column]);
  const lines = [header, ...rows.map((row) => columns.map((column) => row[column]))].map(
    (cells) => `${cells.map(cell).join(delimiter)}${lastDelimiter ? delimiter : ""}`,
  );
  for (const line of blankLines) lines.splice(line + 1, 0, "");
  return `${mark ? "\uFEFF" : ""}${[...titles, ...lines].join(lineEnd)}${lastLineEnds ? lineEnd : ""}`;
}

type Row = Readonly<Record<Column, string>>;

/** Some rows are followed by one of the same certificate: a copy, a line, or one that contradicts. */
const others = { value: CELLS.value, date: CELLS.date, goods: CELLS.goods, hs: CELLS.hs };
const rowsOfOne: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    fc.record(CELLS),
    mostly<readonly Partial<Row>[]>(
      fc.constant([]),
      fc.array(fc.record(others, { requiredKeys: [] }), { maxLength: 3 }),
    ),
  )
  .map(([row, more]) => [row, ...more.map((other) => ({ ...row, ...other }))]);

/** Small files are cut up as large ones are. */
const cut: fc.Arbitrary<Cut> = fc.record({
  threads: pick(0, 0, 0, 1, 2),
  parts: fc.integer({ min: 1, max: 4 }),
  bucketBits: fc.integer({ min: 0, max: 5 }),
  chunkBytes: fc.oneof(fc.integer({ min: 300, max: 2000 }), fc.constant(2 ** 22)),
});

const file = fc.record({
  columns: fc
    .subarray([...OTHERS])
    .chain((more) => fc.shuffledSubarray<Column>([...NEEDED, ...more], { minLength: NEEDED.length + more.length })),
  rows: fc.array(rowsOfOne, { minLength: 5, maxLength: 50, size: "max" }).map((rows) => rows.flat()),
  layout,
});

test("a tally gives the sums that the engine gives, or none", { timeout: 300_000 }, async () => {
  let found = 0;
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 2 }),
      pick("EUR", "EUR", "USD"),
      pick({}, { constants: { chamber: "Limburg" } }, { default_currency: "USD" }),
      cut,
      async (files, currency, answers, cutUp) => {
        const profile: Profile = { decimal_mark: ",", date_order: "dmy", ...answers };
        const reading = { profile, currency };
        const inputs = written(files.map(({ columns, rows, layout: own }) => textOf(columns, rows, own)));
        tried += 1;
        const sums = await tallied(inputs, reading, cutUp);
        if (sums === null) return;
        found += 1;
        expect(sums).toEqual(await counted(inputs, reading));
      },
    ),
    { numRuns: 60 },
  );
  // Some letters, scientific notation and the like are for the engine.
  expect(found).toBeGreaterThan(tried * 0.5);
});
