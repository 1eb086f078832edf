import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";

import { REPOSITORY, runOrigo } from "../run-origo.ts";

/** A line of the joint strategy's certificates, as their files have it. */
interface Line {
  readonly key: string;
  readonly year: string;
  readonly exporter: string;
  readonly code: string;
  readonly cents: bigint;
}

interface Sum {
  certificates: Set<string>;
  exporters: Set<string>;
  cents: bigint;
}

const FILES = ["fixtures/themes/nord-westfalen.csv", "fixtures/themes/oost-nl.csv"];
const lines: Line[] = FILES.flatMap((file) => {
  const [, ...rows]: string[][] = parse(readFileSync(join(REPOSITORY, file)), { delimiter: ";" });
  return rows.map(([chamber = "", number = "", date = "", exporter = "", , , code = "", , value = ""]) => ({
    key: `${chamber} ${number}`,
    year: date.slice(0, 4),
    exporter,
    code,
    cents: BigInt(value.replace(",", "")),
  }));
});
const members: { theme: string; code: string }[] = parse(readFileSync(join(REPOSITORY, "data/themes.csv")), {
  columns: true,
});

/** A second computation, on maps: the themes of a code; "" where it is too short to tell, "none" where it has none. */
function themesOf(code: string): readonly string[] {
  const themes = new Set(members.filter((member) => code.startsWith(member.code)).map(({ theme }) => theme));
  if (themes.size > 0) return [...themes];
  return code === "" || members.some((member) => member.code.startsWith(code)) ? [""] : ["none"];
}

function addUp(keyOf: (line: Line) => readonly string[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const line of lines) {
    for (const key of keyOf(line)) {
      const sum = sums.get(key) ?? { certificates: new Set(), exporters: new Set(), cents: 0n };
      sum.certificates.add(line.key);
      sum.exporters.add(line.exporter);
      sum.cents += line.cents;
      sums.set(key, sum);
    }
  }
  return sums;
}

const money = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
const cells = ({ certificates, exporters, cents }: Sum): readonly string[] => [
  String(certificates.size),
  String(exporters.size),
  money(cents),
];

async function table(...args: readonly string[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const { stdout, stderr, code } = await runOrigo([...args, "--format", "csv", "--quiet", ...FILES]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return parse(stdout, { columns: true });
}

describe("themes, computed a second time", () => {
  it("have lines of several themes, lines of two, and lines that do not tell", () => {
    expect(lines.some(({ code }) => themesOf(code).length > 1)).toBe(true);
    expect(lines.some(({ code }) => code.length === 2 && themesOf(code)[0] === "")).toBe(true);
    expect(lines.length).toBeGreaterThan(new Set(lines.map(({ key }) => key)).size);
  });

  it("are the same by year, with what has none and what does not tell as lines of their own", async () => {
    const expected = addUp(({ year, code }) => themesOf(code).map((theme) => `${year} ${theme}`));
    const rows = await table("query", "--by", "year,theme", "--measures", "certificates,exporters,goods_value");
    const found = rows.map(
      (row) => [`${row["year"]} ${row["theme"]}`, [row["certificates"], row["exporters"], row["goods_value"]]] as const,
    );
    expect(new Map(found)).toEqual(new Map([...expected].map(([key, sum]) => [key, cells(sum)])));
  });

  it("have a total that is counted anew", async () => {
    const rows = await table("query", "--by", "theme", "--totals", "--measures", "certificates,exporters,goods_value");
    const total = rows.find(({ row }) => row === "total");
    const [expected] = addUp(() => ["all"]).values();
    expect([total?.["certificates"], total?.["exporters"], total?.["goods_value"]]).toEqual(
      expected && cells(expected),
    );
    const added = rows.filter(({ row }) => row === "item").reduce((sum, row) => sum + Number(row["certificates"]), 0);
    expect(added).toBeGreaterThan(Number(total?.["certificates"]));
  });

  it.each([
    ["theme = Medtech", (theme: string) => theme === "Medtech"],
    ['theme in (Energie, "Circular Economy")', (theme: string) => theme === "Energy" || theme === "Circular Economy"],
    ["theme = none", (theme: string) => theme === "none"],
    ['theme = ""', (theme: string) => theme === ""],
    ['not theme = Medtech and not theme in (none, "")', null],
  ])("select with %s the lines that count under them", async (where, matches) => {
    const expected = addUp(({ year, code }) => {
      const themes = themesOf(code);
      const selected =
        matches === null ? !themes.some((each) => ["Medtech", "none", ""].includes(each)) : themes.some(matches);
      return selected ? [year] : [];
    });
    const rows = await table("summary", "--where", where);
    expect(rows.map((row) => [row["year"], [row["certificates"], row["exporters"], row["goods_value"]]])).toEqual(
      [...expected].map(([year, sum]) => [year, cells(sum)]),
    );
  });

  it("split exporters as they do certificates", async () => {
    const expected = addUp(({ year, code }) =>
      themesOf(code).flatMap((theme) => (theme === "" ? [] : [`${year} ${theme}`])),
    );
    const rows = await table("exporters", "--by", "theme");
    const found = rows.filter(({ exporters }) => exporters !== "0");
    expect(new Map(found.map((row) => [`${row["year"]} ${row["theme"]}`, row["exporters"]]))).toEqual(
      new Map([...expected].map(([key, { exporters }]) => [key, String(exporters.size)])),
    );
  });
});

describe("what themes have in common", () => {
  let overlaps: readonly { theme: readonly string[]; certificates: number; goods_value: string }[];
  beforeAll(async () => {
    const { stdout } = await runOrigo(["shares", "--by", "theme", "--format", "json", ...FILES]);
    overlaps = JSON.parse(stdout).overlaps;
  });

  it("is told of each two, and is the same, computed a second time", () => {
    const themesOfCertificate = new Map<string, Set<string>>();
    const values = new Map<string, bigint>();
    for (const { key, code, cents } of lines) {
      const themes = themesOf(code).filter((theme) => theme !== "" && theme !== "none");
      for (const a of themes) {
        themesOfCertificate.set(key, (themesOfCertificate.get(key) ?? new Set()).add(a));
        for (const b of themes) if (a < b) values.set(`${a}|${b}`, (values.get(`${a}|${b}`) ?? 0n) + cents);
      }
    }
    const counts = new Map<string, number>();
    for (const themes of themesOfCertificate.values()) {
      for (const a of themes)
        for (const b of themes) if (a < b) counts.set(`${a}|${b}`, (counts.get(`${a}|${b}`) ?? 0) + 1);
    }
    expect(
      new Map(overlaps.map(({ theme, certificates, goods_value: value }) => [theme.join("|"), [certificates, value]])),
    ).toEqual(new Map([...counts].map(([pair, count]) => [pair, [count, money(values.get(pair) ?? 0n)]])));
  });

  it("makes up the difference between the sum of two themes and both together", async () => {
    const pair = overlaps[0]?.theme ?? [];
    const sumOf = async (where: string): Promise<bigint> =>
      (await table("summary", "--where", where)).reduce(
        (sum, row) => sum + BigInt((row["goods_value"] ?? "").replace(".", "")),
        0n,
      );
    const [a, b] = [await sumOf(`theme = "${pair[0]}"`), await sumOf(`theme = "${pair[1]}"`)];
    const both = await sumOf(`theme in ("${pair[0]}", "${pair[1]}")`);
    expect(money(a + b - both)).toBe(overlaps[0]?.goods_value);
  });
});
