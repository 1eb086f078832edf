import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { runOrigo } from "../run-origo.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "origo-test-"));
/** The sample in a store: read often, and quicker than the file. */
const SAMPLE = `--store=${join(FOLDER, "sample.duckdb")}`;

beforeAll(async () => {
  const { code } = await runOrigo(["ingest", "data/limburg-2007-2018.csv.gz", SAMPLE, "--quiet"]);
  expect(code).toBe(0);
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

type Row = Readonly<Record<string, string | number | boolean | null>>;
interface ReportDocument {
  readonly years: readonly Row[];
  readonly destinations: readonly Row[];
}

/** Several tests look at one output; the program runs once for it. */
const outputs = new Map<string, Promise<string>>();
async function output(...args: readonly string[]): Promise<string> {
  const key = args.join(" ");
  const known = outputs.get(key) ?? runOrigo([...args, "--quiet"]).then(({ stdout }) => stdout);
  outputs.set(key, known);
  return known;
}

async function page(period: string, language: Language): Promise<string> {
  return output("report", period, SAMPLE, "--format", "html", "--lang", language);
}

async function readJson<Document>(...args: readonly string[]): Promise<Document> {
  const document: Document = JSON.parse(await output(...args, SAMPLE, "--format", "json"));
  return document;
}

interface Printed {
  readonly id: string;
  readonly text: string;
}

/** Every text of the page that says which figure it prints. */
function printedFigures(html: string): readonly Printed[] {
  return [...html.matchAll(/<(?:td|th|span)[^>]*? data-figure="([^"]+)"[^>]*>([^<]*)</g)].map(
    ([, id = "", text = ""]) => ({ id, text: text.replaceAll("&#39;", "'") }),
  );
}

const GROUP: Readonly<Record<Language, RegExp>> = { nl: /\./g, de: /\./g, fr: /\u202F/g, en: /,/g };
const LARGE: readonly (readonly [RegExp, number])[] = [
  [/milja|millia|millard|billion/i, 1e9],
  [/miljo|milli/i, 1e6],
];

/** A number as printed, and half a unit of its last digit: what rounding may have moved it. */
function readNumber(text: string, language: Language): { readonly value: number; readonly slack: number } {
  const digits = text
    .replace(GROUP[language], "")
    .replace(",", ".")
    .match(/[-+]?\d+(?:\.(\d+))?/);
  if (digits === null) throw new Error(`no number: ${text}`);
  const unit = LARGE.find(([word]) => word.test(text))?.[1] ?? 1;
  return { value: Number(digits[0]) * unit, slack: (10 ** -(digits[1]?.length ?? 0) / 2) * unit };
}

/** What the JSON output says of a figure of the page. */
function expectedOf(id: string, report: ReportDocument, months: readonly Row[]): number | null {
  const [column = "", period = "", destination] = id.split(":");
  const row =
    destination === undefined
      ? /^\d{4}-\d\d$/.test(period)
        ? months.find((each) => each["month"] === period)
        : report.years.find((each) => String(each["year"]) === period.slice(0, 4))
      : report.destinations.find((each) => each["destination"] === destination.replace("destination=", ""));
  if (row === undefined || row[column] === undefined) throw new Error(`${id} is not in the JSON output`);
  const value = row[column];
  if (value === null) return null;
  return Number(value) * (/_(growth|share|share_change|contribution)$/.test(column) ? 100 : 1);
}

describe("the page", () => {
  it.each([
    ...LANGUAGES.map((language) => ["2017", language] as const),
    ["2018", "nl"],
    ["2007", "de"],
    ["2018-H1", "fr"],
  ] as const)("of %s prints the figures of the JSON output, in %s", async (period, language) => {
    const report = await readJson<ReportDocument>("report", period);
    const { periods: months } = await readJson<{ readonly periods: readonly Row[] }>("summary", "--by", "month");
    const printed = printedFigures(await page(period, language));
    const wrong = printed.filter(({ id, text }) => {
      const expected = expectedOf(id, report, months);
      if (expected === null || text === "–") return (expected === null) !== (text === "–");
      const { value, slack } = readNumber(text, language);
      return Math.abs(value - expected) > slack * (1 + 1e-9);
    });
    expect(wrong).toEqual([]);

    const ids = new Set(printed.map(({ id }) => id));
    const all = report.destinations.flatMap((row) =>
      ["certificates", "certificates_share", "goods_value", "goods_value_share", "goods_value_rank"].map(
        (column) => `${column}:${period}:destination=${row["destination"]}`,
      ),
    );
    expect(all.filter((id) => !ids.has(id))).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
  });

  it("is the same bytes whatever the time zone and the locale", async () => {
    const args = ["report", "2017", SAMPLE, "--format", "html", "--lang", "fr", "--quiet"];
    const { stdout } = await runOrigo(args, { TZ: "Asia/Kolkata", LC_ALL: "de_DE.UTF-8" });
    expect(stdout === (await page("2017", "fr"))).toBe(true);
  });

  it("names nothing on the network", async () => {
    expect((await page("2017", "en")).match(/(?:https?:)?\/\/[a-z]|url\(|@import/i)).toBeNull();
  });

  it.each(LANGUAGES)("is in %s, with each chart drawn for a desk and for a phone", async (language) => {
    const html = await page("2017", language);
    expect(html.slice(0, 50)).toContain(`<html lang="${language}">`);
    for (const chart of [
      "years-certificates",
      "years-goods_value",
      "contributions-certificates",
      "contributions-goods_value",
      "months-certificates",
      "months-goods_value",
      "shares-goods_value",
      "concentration",
    ]) {
      expect(html.match(new RegExp(`<desc id="${chart}-(?:narrow|wide)-description">`, "g"))).toHaveLength(2);
    }
    expect(html.match(/NaN|Infinity|\[object|[>"]undefined/)).toBeNull();
  });

  it("takes names with markup in them for names", async () => {
    const file = join(FOLDER, "<b>.csv");
    const rows = ["1,2016-01-04,CN", "2,2017-12-30,TR"].map((row) => `${row},<img src=x onerror=alert(1)> & 'K'`);
    writeFileSync(file, ["certificate_number,issue_date,destination,chamber", ...rows, ""].join("\n"));
    const { stdout } = await runOrigo(["report", "2017", file, "--format", "html", "--lang", "en", "--quiet"]);
    expect(stdout).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &#39;K&#39;");
    expect(stdout).toContain("&lt;b&gt;.csv");
    expect(stdout.match(/<img|<b>/)).toBeNull();
  });

  it("labels one column when all years are equal, and draws no chart of nothing", async () => {
    const file = join(FOLDER, "equal.csv");
    const rows = [2014, 2015, 2016, 2017].flatMap((year) => [
      `${year}-1,${year}-01-04,CN,0`,
      `${year}-2,${year}-12-30,TR,0`,
    ]);
    writeFileSync(file, ["certificate_number,issue_date,destination,value", ...rows, ""].join("\n"));
    const { stdout } = await runOrigo(["report", "2017", file, "--format", "html", "--lang", "en", "--quiet"]);
    const [narrow = ""] = /<svg class="narrow".*?<\/svg>/.exec(stdout) ?? [];
    expect(narrow.match(/<rect/g)).toHaveLength(4);
    expect(narrow.match(/class="value"/g)).toHaveLength(1);
    expect(stdout).not.toContain('id="years-goods_value"');
  });

  it.each(["certificates", "goods_value"])(
    "leads from contribution to contribution to the growth of %s",
    async (metric) => {
      const html = await page("2017", "en");
      const figure = html.slice(html.indexOf(`<figure id="contributions-${metric}">`));
      const [svg = ""] = /<svg class="wide".*?<\/svg>/.exec(figure) ?? [];
      const bars = [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" width="([\d.]+)"/g)].map(
        ([, kind, x, width]) => ({
          kind,
          from: Number(x),
          to: Number(x) + Number(width),
        }),
      );
      const total = bars.at(-1);
      expect(bars).toHaveLength(10);
      expect(total?.kind).toBe("current");
      let reached = total?.from ?? 0;
      for (const { kind, from, to } of bars.slice(0, -1)) {
        const [begin, end] = kind === "rise" ? [from, to] : [to, from];
        expect(Math.abs(begin - reached)).toBeLessThan(0.3);
        reached = end;
      }
      expect(Math.abs(reached - (total?.to ?? 0))).toBeLessThan(0.3);
    },
  );
});
