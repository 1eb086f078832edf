/**
 * The made-up chamber of the guide: what was put into it is known. The rows are read here with csv-parse and added up with plain loops,
 * with the codes of the themes that are in it; nothing is shared with `src/`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";

import { REPOSITORY, runOrigo } from "./run-origo.ts";

const FILE = "fixtures/events/certificates.csv.gz";
const EVENTS = "fixtures/events/events.json";
const text = gunzipSync(readFileSync(join(REPOSITORY, FILE))).toString("utf8");
const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Estimate {
  readonly metric: string;
  readonly outcome: string;
  readonly treated_before: number | string;
  readonly treated_after: number | string;
  readonly comparison_before: number | string;
  readonly comparison_after: number | string;
  readonly difference: number;
  readonly difference_low: number;
  readonly difference_high: number;
  readonly treated_share_before: number;
}
interface EventJson {
  readonly estimates: readonly Estimate[];
  readonly influence: Readonly<Record<string, { readonly exporter: { readonly id: string } | null }>>;
}

async function studied(): Promise<readonly EventJson[]> {
  const { stdout, code } = await runOrigo(["event", FILE, "--events", EVENTS, "--format", "json", "--quiet"]);
  expect(code).toBe(0);
  const { events }: { events: readonly EventJson[] } = JSON.parse(stdout);
  return events;
}

/** Certificates and cents of the rows of some months. */
function sums(from: string, until: string, isIn: (row: Readonly<Record<string, string>>) => boolean): [number, string] {
  let [count, cents] = [0, 0n];
  for (const row of rows) {
    const date = row["issue_date"] ?? "";
    if (date < from || date >= until || !isIn(row)) continue;
    count += 1;
    cents += 100n * BigInt(row["value_eur"] ?? "");
  }
  return [count, `${cents / 100n}.00`];
}

describe("the events of the guide", () => {
  it("have the sums of their windows, by destination and theme and by theme alone", async () => {
    const [guangdong, cologne] = await studied();
    const led = (row: Readonly<Record<string, string>>): boolean => row["hs_code"] === "940542";
    const food = (row: Readonly<Record<string, string>>): boolean => /^(19|18)/.test(row["hs_code"] ?? "");
    const all = (): boolean => true;
    const expectations = [
      [
        guangdong,
        "2012-06",
        "2015-06",
        "2018-06",
        (row: (typeof rows)[number]) => led(row) && row["destination"] === "CN",
        led,
      ],
      [cologne, "2016-10", "2019-10", "2022-10", food, all],
    ] as const;
    for (const [event, from, middle, until, isTreated, isWhole] of expectations) {
      const rest = (row: (typeof rows)[number]): boolean => isWhole(row) && !isTreated(row);
      const [before, after] = [sums(from, middle, isTreated), sums(middle, until, isTreated)];
      const [others, othersAfter] = [sums(from, middle, rest), sums(middle, until, rest)];
      const [certificates, value] = event?.estimates ?? [];
      for (const [index, of] of [certificates, value].entries()) {
        expect([of?.treated_before, of?.treated_after]).toEqual([before[index], after[index]]);
        expect([of?.comparison_before, of?.comparison_after]).toEqual([others[index], othersAfter[index]]);
      }
      expect(certificates?.treated_share_before).toBeCloseTo(before[0] / (before[0] + others[0]), 6);
      expect(certificates?.difference).toBeCloseTo(after[0] / before[0] / (othersAfter[0] / others[0]) - 1, 6);
    }
  });

  it("come out as they were made: a change is found, none is not, one that began before and one of a single firm are said to be so", async () => {
    const [guangdong, cologne, venlo, strategy] = await studied();
    const outcomes = (event: EventJson | undefined): readonly (string | undefined)[] =>
      event?.estimates.map(({ outcome }) => outcome) ?? [];
    expect(outcomes(guangdong)).toEqual(["beyond_ordinary", "beyond_ordinary"]);
    // Two and a half times as many: 1.5 more.
    expect(guangdong?.estimates[0]?.difference_low).toBeLessThan(1.5);
    expect(guangdong?.estimates[0]?.difference_high).toBeGreaterThan(1.5);
    expect(outcomes(cologne)).toEqual(["ordinary", "ordinary"]);
    expect(cologne?.estimates[0]?.difference_low).toBeLessThan(0);
    expect(cologne?.estimates[0]?.difference_high).toBeGreaterThan(0);
    expect(outcomes(venlo)).toEqual(["diverged_before", "diverged_before"]);
    expect(strategy?.influence["goods_value"]?.exporter?.id).toBe("BE0999099999");
  });

  it("are the same bytes whatever the order of the rows", async () => {
    const [header = "", ...lines] = text.trimEnd().split("\n");
    const reversed = join(folder, "reversed.csv");
    writeFileSync(reversed, `${[header, ...lines.toReversed()].join("\n")}\n`);
    for (const table of ["estimates", "path"]) {
      const args = ["--events", EVENTS, "--format", "csv", "--table", table, "--quiet"];
      const [one, other] = [await runOrigo(["event", FILE, ...args]), await runOrigo(["event", reversed, ...args])];
      expect(one.stdout.split("\n").length).toBeGreaterThan(8);
      expect(other.stdout).toBe(one.stdout);
    }
  });
});
