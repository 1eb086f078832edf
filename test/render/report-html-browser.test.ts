import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import axeCore from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runOrigo } from "../run-origo.ts";
import { findChromium } from "./chromium.ts";

const SAMPLE = "data/limburg-2007-2018.csv.gz";
const CHROMIUM = findChromium();
const because = CHROMIUM === null ? " (skipped: no Chromium on this machine; apt-get install chromium)" : "";

const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

// What runs inside the page is text: the types of a browser are not those of Node.
const OPEN_ALL = `for (const details of document.querySelectorAll("details")) details.open = true`;
const PAGE_WIDTH = "document.documentElement.scrollWidth";

const HOSTILE = `<img src=x onerror=alert(1)> & "Kamer" </title><script>alert(2)</script>`;
const HOSTILE_ROWS = [
  "certificate_number,issue_date,destination,chamber,exporter_name",
  ...["2016-01-04,CN", "2016-12-30,TR", "2017-01-03,CN", "2017-05-01,BR", "2017-12-30,TR"].map(
    (cells, index) => `${index + 1},${cells},"${HOSTILE.replaceAll('"', '""')}","<script>alert(3)</script>"`,
  ),
];

describe.skipIf(CHROMIUM === null)(`the page in a browser${because}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "origo-page-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pages = new Map<string, Promise<string>>();
  async function address(...args: readonly string[]): Promise<string> {
    const key = args.join(" ");
    const known = pages.get(key) ?? writePage(args);
    pages.set(key, known);
    return known;
  }

  async function writePage(args: readonly string[]): Promise<string> {
    const { stdout } = await runOrigo([...args, "--format", "html", "--quiet"]);
    const file = join(folder, `${pages.size}.html`);
    writeFileSync(file, stdout);
    return pathToFileURL(file).href;
  }

  /** Opens a page, hands it to `work`, and demands that it was silent and alone. */
  async function visit(
    options: BrowserContextOptions,
    url: string,
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const [noise, requests]: [string[], string[]] = [[], []];
      page.on("console", (message) => noise.push(message.text()));
      page.on("pageerror", (error) => noise.push(error.message));
      page.on("dialog", (dialog) => {
        noise.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(url);
      await work(page);
      expect(noise).toEqual([]);
      expect(requests.filter((request) => request !== url && !request.startsWith("data:"))).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const EDGES: readonly (readonly [string, readonly string[]])[] = [
    ["2017", ["report", "2017", SAMPLE, "--lang", "nl"]],
    ["the first year", ["report", "2007", SAMPLE, "--lang", "fr"]],
    ["an incomplete year", ["report", "2018", SAMPLE, "--lang", "de", "--to", "2018-05"]],
    ["the sheet of an exporter", ["exporter", "BE9000073041", SAMPLE, "--lang", "fr"]],
    ["distant export", ["report", "2018", SAMPLE, "--lang", "en", "--scope", "distant"]],
  ];

  describe.each(EDGES)("%s", (_name, args) => {
    it.each(["light", "dark"] as const)("has no fault that axe finds, in %s", async (colorScheme) => {
      await visit({ ...DESKTOP, colorScheme }, await address(...args), async (page) => {
        await page.evaluate(OPEN_ALL);
        expect(await axe(page)).toEqual([]);
      });
    });

    it("fits on a phone: tables scroll in their boxes, the page does not", async () => {
      await visit(PHONE, await address(...args), async (page) => {
        await page.evaluate(OPEN_ALL);
        expect(await page.evaluate(PAGE_WIDTH)).toBe(360);
        expect(await axe(page)).toEqual([]);
      });
    });
  });

  it("shows each chart once, named and described", async () => {
    for (const options of [DESKTOP, PHONE]) {
      await visit(options, await address("report", "2017", SAMPLE, "--lang", "nl"), async (page) => {
        const charts = page.locator("svg:visible");
        expect(await charts.count()).toBe(8);
        for (const chart of await charts.all()) {
          const box = await chart.boundingBox();
          expect(box?.height).toBeGreaterThan(150);
          expect(await chart.locator("rect, path").count()).toBeGreaterThan(1);
          expect(await chart.getAttribute("role")).toBe("img");
        }
        await page.getByRole("img", { name: "Certificaten, 2007–2017" }).waitFor();
        await page.getByRole("img", { name: "Goederenwaarde, 2007–2017 (miljoen EUR)" }).waitFor();
      });
    }
  });

  it("draws columns from zero, in proportion to what they stand for", async () => {
    await visit(DESKTOP, await address("report", "2017", SAMPLE, "--lang", "nl"), async (page) => {
      const heights = await page
        .locator("#years-certificates svg:visible rect")
        .evaluateAll((columns) => columns.map((column) => Number(column.getAttribute("height"))));
      const certificates = await page
        .locator("#years-table [data-figure^='certificates:']")
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("data-order"))));
      const scale = (heights.at(-1) ?? 0) / (certificates.at(-1) ?? 1);
      expect(heights).toHaveLength(11);
      for (const [index, height] of heights.entries()) {
        expect(Math.abs(height - (certificates[index] ?? 0) * scale)).toBeLessThan(0.2);
      }
    });
  });

  it("sorts by click and by keyboard, what is undefined last", async () => {
    await visit(DESKTOP, await address("report", "2017", SAMPLE, "--lang", "nl"), async (page) => {
      const table = page.locator("#destinations-table");
      const column = async (figure: string): Promise<readonly (number | null)[]> =>
        table.locator(`tbody [data-figure^='${figure}:']`).evaluateAll((cells) =>
          cells.map((cell) => {
            const order = cell.getAttribute("data-order");
            return order === null ? null : Number(order);
          }),
        );
      const growth = table.locator("thead th").filter({ hasText: "groei" }).first();
      await growth.getByRole("button").click();
      expect(await growth.getAttribute("aria-sort")).toBe("descending");
      const falling = await column("goods_value_growth");
      const known = falling.filter((value) => value !== null);
      expect(known).toEqual(known.toSorted((a, b) => b - a));
      expect(falling.slice(known.length).every((value) => value === null)).toBe(true);
      expect(falling.length).toBeGreaterThan(known.length);

      await growth.getByRole("button").press("Enter");
      expect(await growth.getAttribute("aria-sort")).toBe("ascending");
      const rising = await column("goods_value_growth");
      expect(rising.slice(0, known.length)).toEqual(known.toReversed());
      expect(rising.at(-1)).toBeNull();

      const rank = table.locator("thead th").filter({ hasText: "rang" }).first();
      await rank.getByRole("button").focus();
      await page.keyboard.press("Space");
      expect(await rank.getAttribute("aria-sort")).toBe("ascending");
      expect(await growth.getAttribute("aria-sort")).toBeNull();
      expect((await column("goods_value_rank")).slice(0, 3)).toEqual([1, 2, 3]);

      const name = table.locator("thead th").filter({ hasText: "bestemming" }).first();
      await name.getByRole("button").click();
      const names = await table.locator("tbody th").allTextContents();
      expect(names).toEqual(names.toSorted(new Intl.Collator("nl").compare));
    });
  });

  it("shows the first destinations, and all of them on demand, on paper and without script", async () => {
    const url = await address("report", "2017", SAMPLE, "--lang", "nl");
    await visit(DESKTOP, url, async (page) => {
      const rows = page.locator("#destinations-table tbody tr:visible");
      expect(await rows.count()).toBe(20);
      await page.emulateMedia({ media: "print" });
      expect(await rows.count()).toBe(151);
      await page.emulateMedia({ media: "screen" });
      await page.getByRole("button", { name: "Toon alle 151 bestemmingen" }).click();
      expect(await rows.count()).toBe(151);
      await page.getByRole("button", { name: "Toon alleen de eerste 20" }).click();
      expect(await rows.count()).toBe(20);
    });
    await visit({ ...DESKTOP, javaScriptEnabled: false }, url, async (page) => {
      expect(await page.locator("#destinations-table tbody tr:visible").count()).toBe(151);
      expect(await page.locator("button").count()).toBe(0);
    });
  });

  it("fits on paper", async () => {
    await visit(
      { viewport: { width: 688, height: 1000 } },
      await address("report", "2017", SAMPLE, "--lang", "nl"),
      async (page) => {
        await page.emulateMedia({ media: "print" });
        expect(await page.evaluate(PAGE_WIDTH)).toBe(688);
      },
    );
  });

  it("takes names with markup in them for names", async () => {
    const file = join(folder, "<b>names<b>.csv");
    writeFileSync(file, `${HOSTILE_ROWS.join("\n")}\n`);
    await visit(DESKTOP, await address("report", "2017", file, "--lang", "en"), async (page) => {
      expect(await page.locator("header .chamber").textContent()).toBe(HOSTILE);
      expect(await page.title()).toBe(`Certificates of origin in 2017 · ${HOSTILE}`);
      expect(await page.locator("#inputs-table tbody th").textContent()).toContain("<b>names<b>.csv");
      expect(await page.locator("img, main script, b").count()).toBe(0);
      expect(await page.locator("svg:visible").count()).toBeGreaterThan(2);
      expect(await axe(page)).toEqual([]);
    });
  });
});

/** What axe finds, by rule and place. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(`
    axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")))
  `);
}
