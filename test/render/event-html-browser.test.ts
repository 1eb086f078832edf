import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import axeCore from "axe-core";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runOrigo } from "../run-origo.ts";
import { findChromium } from "./chromium.ts";

const CHROMIUM = findChromium();
const because = CHROMIUM === null ? " (skipped: no Chromium on this machine; apt-get install chromium)" : "";
const CERTIFICATES = "fixtures/events/certificates.csv.gz";
const HOSTILE = `<img src=x onerror=alert(1)> & "Mission" </title><script>alert(2)</script>`;

describe.skipIf(CHROMIUM === null)(`the page of events in a browser${because}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "origo-page-"));
  const events = join(folder, "events.json");
  let browser: Browser;
  let html = "";

  beforeAll(async () => {
    writeFileSync(
      events,
      JSON.stringify({
        events: [
          { name: HOSTILE, date: "2015-06", destinations: ["CN"], themes: ["LED lighting"] },
          { name: "After the data", date: "2031-01", themes: ["Food"] },
        ],
      }),
    );
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
    html = (await runOrigo(["event", CERTIFICATES, "--events", events, "--format", "html", "--quiet"])).stdout;
    writeFileSync(join(folder, "page.html"), html);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["a desk", { width: 1280, height: 900 }],
    ["a phone", { width: 360, height: 740 }],
  ])("is silent, alone, readable by all and no wider than %s", async (_, viewport) => {
    // A page of its own policy lets no script in; the checks of axe come from outside it.
    const context = await browser.newContext({ viewport, bypassCSP: true });
    const page = await context.newPage();
    const [noise, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => noise.push(message.text()));
    page.on("dialog", (dialog) => {
      noise.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    expect(await page.locator("h2").first().textContent()).toBe(`${HOSTILE} · June 2015`);
    expect(await page.locator("section").count()).toBe(2);
    expect(await page.locator("#event-2 .warning").textContent()).toContain("outside the data");
    expect(await page.locator("#event-1 svg:visible").count()).toBe(2);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    await page.evaluate(`for (const details of document.querySelectorAll("details")) details.open = true`);
    await page.evaluate(axeCore.source);
    const violations = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
    expect(violations).toEqual([]);
    expect(noise).toEqual([]);
    expect(requests.filter((request) => !/^(file|data):/.test(request))).toEqual([]);
    await context.close();
  });

  it("draws the event between the last period before it and the first one after", () => {
    const [, position] = /<line class="event" x1="([\d.]+)"/.exec(html) ?? [];
    const ticks = [...html.matchAll(/<text class="tick" x="([\d.]+)"[^>]*>(-?\d+)<\/text>/g)];
    const at = (period: string): number => Number(ticks.find(([, , text]) => text === period)?.[1]);
    // Every other period has a label.
    expect(at("-1")).toBeLessThan(Number(position));
    expect(at("1")).toBeGreaterThan(Number(position));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
