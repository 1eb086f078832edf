import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FIELDS } from "../../src/domain/certificate.ts";
import type { Problem } from "../../src/domain/problem.ts";
import type { Profile } from "../../src/domain/profile.ts";
import { ROW_RULES } from "../../src/ingest/row-rules.ts";
import { conversionRates } from "../../src/reference/rates.ts";
import { readProblems } from "../../src/store/account.ts";
import { BeyondTally } from "../../src/tally/beyond-tally.ts";
import { createCellReaders } from "../../src/tally/read-cells.ts";
import type { Convert, SetAside, TalliedFile } from "../../src/tally/set-aside.ts";
import { settleRows } from "../../src/tally/settle-rows.ts";
import { headerOf, inEngine, type Texts } from "./in-engine.ts";

const PROFILE: Profile = {
  date_order: "dmy",
  decimal_mark: ",",
  default_currency: "usd",
  statuses: { weg: "cancelled" },
  destinations: { Zee: "XX" },
};
const FORMATS = { dateOrder: "dmy", decimalMark: "," } as const;

/** One of these, of which the first are the more frequent; `undefined` is a blank cell. */
const among = <Text extends string | undefined>(
  often: readonly Text[],
  seldom: readonly Text[] = [],
): fc.Arbitrary<Text> =>
  seldom.length === 0
    ? fc.constantFrom(...often)
    : fc.oneof(
        { weight: 19, arbitrary: fc.constantFrom(...often) },
        { weight: 1, arbitrary: fc.constantFrom(...seldom) },
      );

// The order of the last two is another one as UTF-16 than as code points.
const NUMBERS = ["1", "2", "3", "\uFF5E", "\u{1F600}"];

/** What the cells of a field say, from domains so small that contradictions, replacements and cycles are frequent. */
const CELLS = {
  certificate_number: among<string | undefined>(NUMBERS, [undefined, "1,5E+10"]),
  issue_date: among<string | undefined>(
    ["2017-01-02", "2/1/2017", "3 januari 2017", "4/1/2017"],
    ["31/02/2017", undefined, "1998-06-01"],
  ),
  chamber: among<string | undefined>([undefined, undefined, undefined, "Limburg"]),
  certificate_type: among<string | undefined>([undefined, undefined, undefined, "EUR.1", "eur 1", "Soort ä"]),
  status: among<string | undefined>([undefined, "issued", "issued", "uitgereikt", "weg"], ["??"]),
  replaces: among<string | undefined>([undefined, undefined, undefined, ...NUMBERS, "9"]),
  exporter_id: among<string | undefined>([undefined, "BE 0403.1", "be04031"], ["-"]),
  exporter_name: among<string | undefined>(["Aciérie", "ACIERIE.", undefined]),
  exporter_size: among<string | undefined>([undefined, undefined, "klein"], ["reusachtig"]),
  destination: among<string | undefined>(["China", "CN", "Zee", "TR"], ["Chnia", undefined]),
  origin: among<string | undefined>([undefined, "BE", "BE, NL", "NL;BE"], ["Atlantis"]),
  hs_code: among<string | undefined>(["8471.30", "847130", "84713000", "84", undefined], ["847"]),
  goods: among<string | undefined>(["x", "x", "y", undefined]),
  value: among<string | undefined>(
    ["1,00", "1", "2,505", undefined],
    ["-1", "veel", "1E+3", "-1E+3", "99999999999999999"],
  ),
  currency: among<string | undefined>([undefined, "EUR", "EUR", "GBP"], ["AED", "??"]),
};

/** A row in one of two files. */
interface Row {
  readonly file: number;
  readonly texts: Cells;
}

type Cells = Readonly<Record<string, string | undefined>>;

/** A certificate that others differ from in a few cells: so copies and lines are frequent, too. */
const pattern: fc.Arbitrary<Cells> = fc.record(CELLS);
const difference: fc.Arbitrary<Cells> = fc.oneof(
  ...Object.entries(CELLS).map(([field, cell]) => cell.map((text) => ({ [field]: text }))),
);
const row = fc.record({
  file: fc.constantFrom(0, 1),
  number: CELLS.certificate_number,
  replaces: CELLS.replaces,
  differences: fc.array(difference, { maxLength: 2 }),
});

/** Few rows that have nothing to do with others. */
const world: fc.Arbitrary<readonly Row[]> = fc
  .tuple(pattern, fc.array(row, { minLength: 1, maxLength: 12 }))
  .map(([common, rows]) =>
    rows.map(({ file, number, replaces, differences }) => ({
      file,
      texts: Object.assign({}, common, { certificate_number: number, replaces }, ...differences),
    })),
  );

/** Many such worlds, whose numbers begin with the number of their world. */
const worlds = fc.array(world, { minLength: 1, maxLength: 120, size: "max" }).map((all) =>
  all.flatMap((rows, index) =>
    rows.map(({ file, texts: cells }) => ({
      file,
      texts: {
        ...cells,
        certificate_number: within(index, cells["certificate_number"]),
        replaces: within(index, cells["replaces"]),
      },
    })),
  ),
);

function within(index: number, number: string | undefined): string | undefined {
  return number === undefined || number.includes("E") ? number : `${index}/${number}`;
}

interface Figures {
  readonly classes: readonly string[];
  readonly certificates: readonly string[];
  readonly problems: readonly Problem[];
}

async function figuresOfEngine(rows: readonly Row[], currency: string): Promise<Figures> {
  return inEngine(filesOf(rows), PROFILE, currency, async (engine) => {
    const classes = await engine.rows<{ line: string }>(
      "select class || ' ' || sum(rows)::varchar as line from row_classes group by class order by class",
    );
    const certificates = await engine.rows<{ line: string }>(
      `select to_json([chamber, issue_date::varchar, destination, exporter, goods_cents::varchar, (
           select string_agg(distinct left(r.hs_code, 6), ' ' order by left(r.hs_code, 6)) from counted_rows r
           where r.certificate = c.certificate and r.chamber is not distinct from c.chamber and length(r.hs_code) >= 6)
         ])::varchar as line
       from certificates c`,
    );
    const problems = await readProblems(engine, 1e6);
    return {
      classes: classes.map(({ line }) => line),
      certificates: certificates.map(({ line }) => line).toSorted(),
      problems: inOrder(problems),
    };
  });
}

function figuresOfTally(
  rows: readonly Row[],
  currency: string,
  arrange: (all: readonly SetAside[]) => readonly SetAside[],
): Figures {
  const files = ["1.csv", "2.csv"].map((name): TalliedFile => {
    return { name, headerOf, readers: createCellReaders(PROFILE, FORMATS) };
  });
  const setAside = filesOf(rows).flatMap((file, index) =>
    file.map((cells, place): SetAside => {
      // The header row is line 1. The other way round, the order of the files is not that of their names.
      return { file: 1 - index, line: place + 2, texts: FIELDS.map((field) => cells[field] ?? null) };
    }),
  );
  const settlement = settleRows(arrange(setAside), files.toReversed(), currency, converter(currency));
  return {
    classes: [...settlement.classes]
      .filter(([, many]) => many > 0)
      .map(([rowClass, many]) => `${rowClass} ${many}`)
      .toSorted(),
    certificates: settlement.certificates
      .map(({ chamber, issueDate, destination, exporter, goodsCents, products }) =>
        JSON.stringify([
          chamber,
          issueDate,
          destination,
          exporter,
          goodsCents === null ? null : String(goodsCents),
          products.length === 0 ? null : products.toSorted().join(" "),
        ]),
      )
      .toSorted(),
    problems: inOrder(settlement.problems),
  };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ file, line, code }: Problem): string => `${file}:${line}:${code}`;
  return problems.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The rows of each file. A row without any text is none. */
function filesOf(rows: readonly Row[]): readonly (readonly Texts[])[] {
  const all = rows.map(({ file, texts }) => ({
    file,
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
  }));
  return [0, 1].map((index) =>
    all.filter(({ file, texts }) => file === index && Object.keys(texts).length > 0).map(({ texts }) => texts),
  );
}

function converter(currency: string): Convert {
  const rates = conversionRates(currency, ["EUR", "USD", "GBP"], "2017-01-01", "2017-01-05");
  return (cents, from, day) => {
    const rate = rates.find((each) => each.currency === from && each.day === day);
    return rate === undefined ? null : (2n * cents * rate.reportUnits + rate.units) / (2n * rate.units);
  };
}

describe("the rows that are set aside", () => {
  it.each(["EUR", "GBP"])("are settled as the engine settles them, in %s", { timeout: 120_000 }, async (currency) => {
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(worlds, async (rows) => {
        // A file without rows is refused, and one with the bytes of another is read once.
        const [first, second] = filesOf(rows).map((file) => JSON.stringify(file));
        fc.pre(first !== second && first !== "[]" && second !== "[]");
        const figures = await figuresOfEngine(rows, currency);
        for (const { code } of figures.problems) told.add(code);
        for (const arrange of [(all: readonly SetAside[]) => all, (all: readonly SetAside[]) => all.toReversed()]) {
          expect(figuresOfTally(rows, currency, arrange)).toEqual(figures);
        }
      }),
      { numRuns: 10 },
    );
    const between = ["conflicting-duplicate", "replacement-cycle", "missing-rate"];
    expect([...told].toSorted()).toEqual([...ROW_RULES.map(({ code }) => code), ...between].toSorted());
  });

  it("are left to the engine where it may refuse the report currency, because no rate of it is in force on their days", async () => {
    const texts = {
      certificate_number: "1",
      issue_date: "1998-06-01",
      destination: "CN",
      value: "1,00",
      currency: "EUR",
    };
    const rows = [
      { file: 0, texts },
      { file: 1, texts: { ...texts, certificate_number: "2" } },
    ];
    await expect(figuresOfEngine(rows, "GBP")).rejects.toThrow("there are no rates of GBP");
    expect(() => figuresOfTally(rows, "GBP", (all) => all)).toThrow(BeyondTally);
    expect(figuresOfTally(rows, "EUR", (all) => all).classes).toEqual(["counted 2"]);
  });
});
