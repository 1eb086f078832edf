import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { classify } from "../../src/ingest/classify.ts";
import { ingestFiles } from "../../src/ingest/ingest-files.ts";
import { readAccount } from "../../src/store/account.ts";
import { openEngine } from "../../src/store/engine.ts";
import { createSchema } from "../../src/store/schema.ts";

/** A record from domains so small that copies, lines, contradictions and replacements are frequent. */
interface Row {
  readonly number: string;
  readonly day: number;
  readonly status: "issued" | "cancelled";
  readonly replaces: string;
  readonly exporter: string;
  readonly destination: string;
  readonly goods: string;
  readonly cents: number | null;
}

const row: fc.Arbitrary<Row> = fc.record({
  number: fc.constantFrom("1", "2", "3", "4", "5"),
  day: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom("issued", "issued", "issued", "cancelled"),
  replaces: fc.constantFrom("", "", "1", "2", "3", "4"),
  exporter: fc.constantFrom("A", "A", "B"),
  destination: fc.constantFrom("CN", "CN", "CN", "TR"),
  goods: fc.constantFrom("x", "y"),
  cents: fc.option(fc.integer({ min: 0, max: 999 })),
});
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

const text = (each: Row): string =>
  [
    each.number,
    `2017-01-0${each.day}`,
    each.status,
    each.replaces,
    each.exporter,
    each.destination,
    each.goods,
    each.cents === null ? "" : (each.cents / 100).toFixed(2),
  ].join(",");

interface Figures {
  readonly classes: readonly number[];
  readonly certificates: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The figures of origo for files of these rows. */
async function figures(...files: readonly (readonly Row[])[]): Promise<Figures> {
  const paths = files.map((each, index) => {
    const path = join(folder, `${index}.csv`);
    writeFileSync(
      path,
      ["number,date,status,replaces,exporter_id,destination,goods,value", ...each.map(text)].join("\n"),
    );
    return path;
  });
  const engine = await openEngine({});
  try {
    await createSchema(engine);
    await ingestFiles(engine, paths, { decimal_mark: "." }, folder);
    await classify(engine, "EUR");
    const { balance } = await readAccount(engine);
    const certificates = await engine.rows<{ line: string }>(
      `select concat_ws(' ', certificate, issue_date, exporter, destination, coalesce(goods_cents::varchar, '-')) as line
       from certificates order by line`,
    );
    return {
      classes: [balance.counted, balance.copies, balance.superseded, balance.notIssued, balance.rejected],
      certificates: certificates.map((each) => each.line),
    };
  } finally {
    engine.close();
  }
}

/** The counting policy once more, in plain code: the figures that it demands. */
function expectedFigures(all: readonly Row[]): Figures {
  const distinct = [...new Map(all.map((each) => [text(each), each])).values()];
  const header = (each: Row): string => [9 - each.day, each.status, each.destination, each.exporter].join();
  const counts = new Map<string, string>();
  for (const each of distinct) {
    const best = counts.get(each.number);
    // The latest day, then the first in the order of status, destination and exporter: "cancelled" is before "issued".
    if (best === undefined || header(each) < best) counts.set(each.number, header(each));
  }
  const standing = distinct.filter((each) => counts.get(each.number) === header(each));
  const issued = standing.filter((each) => each.status === "issued");
  const replacing = (other: Row, number: string, day: number): boolean =>
    other.replaces === number && other.number !== number && other.day >= day;
  // In a cycle: the way from replacement to replacement, on one day, leads back to the certificate.
  const inCycle = (each: Row): boolean => {
    const reached = new Set<string>();
    const ahead = [each.number];
    for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) {
      for (const other of issued) {
        if (other.day !== each.day || !replacing(other, number, each.day) || reached.has(other.number)) continue;
        reached.add(other.number);
        ahead.push(other.number);
      }
    }
    return reached.has(each.number);
  };
  const effective = issued.filter((each) => !inCycle(each));
  const superseded = (each: Row): boolean => effective.some((other) => replacing(other, each.number, each.day));
  const counted = effective.filter((each) => !superseded(each));
  const byNumber = new Map<string, Row[]>();
  for (const each of counted) byNumber.set(each.number, [...(byNumber.get(each.number) ?? []), each]);
  return {
    classes: [
      counted.length,
      all.length - distinct.length,
      effective.length - counted.length,
      standing.length - issued.length,
      distinct.length - standing.length + issued.length - effective.length,
    ],
    certificates: [...byNumber.values()]
      .map((lines) => {
        const valued = lines.map((each) => each.cents).filter((cents) => cents !== null);
        const value = valued.length === 0 ? "-" : valued.reduce((a, b) => a + b, 0);
        const [first] = lines;
        return `${first?.number} 2017-01-0${first?.day} ${first?.exporter} ${first?.destination} ${value}`;
      })
      .toSorted(),
  };
}

describe("the counting policy", () => {
  it("holds for any records, agreeing with a second statement of it", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        expect(await figures(all)).toEqual(expectedFigures(all));
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of rows or on how they are spread over files", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 24 }), async (all, cut) => {
        fc.pre(cut < all.length);
        const whole = await figures(all);
        expect(await figures(all.toReversed())).toEqual(whole);
        // Two files with the same bytes are one file: not what this property is about.
        fc.pre(all.slice(0, cut).map(text).join() !== all.slice(cut).map(text).join());
        expect(await figures(all.slice(cut), all.slice(0, cut))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  const plain: Row = {
    number: "1",
    day: 1,
    status: "issued",
    replaces: "",
    exporter: "A",
    destination: "CN",
    goods: "x",
    cents: 100,
  };

  it("lets a certificate in another file replace one, along a chain", async () => {
    const chain = [
      [{ ...plain, number: "1" }],
      [{ ...plain, number: "3", replaces: "2", cents: 300 }],
      [{ ...plain, number: "2", replaces: "1" }],
    ];
    expect(await figures(...chain)).toEqual({ classes: [1, 0, 2, 0, 0], certificates: ["3 2017-01-01 A CN 300"] });
  });

  it("rejects a cycle of replacements of one day, wherever its rows are; later days are no cycle", async () => {
    const first = { ...plain, number: "1", replaces: "2" };
    const second = { ...plain, number: "2", replaces: "1" };
    const bystander = { ...plain, number: "3" };
    const classes = [1, 0, 0, 0, 2];
    expect(await figures([first, bystander], [second])).toEqual({ classes, certificates: ["3 2017-01-01 A CN 100"] });
    const later = { ...second, day: 2 };
    expect((await figures([first, bystander], [later])).classes).toEqual([2, 0, 1, 0, 0]);
  });

  it("rejects the cycle and nothing that hangs on it", async () => {
    const all = [
      { ...plain, number: "1", replaces: "2" },
      { ...plain, number: "2", replaces: "3" },
      { ...plain, number: "3", replaces: "1" },
      { ...plain, number: "4", replaces: "1" },
      { ...plain, number: "3", replaces: "5" },
      { ...plain, number: "5" },
    ];
    // The two rows of 3 differ in what they replace only: lines of one certificate. 5 is not superseded by a cycle.
    expect((await figures(all)).classes).toEqual([2, 0, 0, 0, 4]);
  });
});
