import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

import { REPOSITORY, runOrigo } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const INPUT = "fixtures/inputs/limburg.csv";

it("a pipe that a shell opens is read like the file", async () => {
  const arguments_ = ["summary", INPUT, "--format", "csv", "--quiet"];
  const plain = await runOrigo(arguments_);
  const line = `"${process.execPath}" bin/origo.js summary <(cat ${INPUT}) --format csv --quiet`;
  const { stdout } = await promisify(execFile)("bash", ["-c", line], { cwd: REPOSITORY });
  expect(stdout).toBe(plain.stdout);
  expect(stdout).not.toBe("");
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends the reading of a large file at once and leaves nothing behind", async (signal, code) => {
  const path = join(folder, "large.csv");
  const rows = Array.from({ length: 500_000 }, (_, n) => `;13/05/2017;China;${n},50;${"x".repeat(160)}\n`);
  writeFileSync(
    path,
    `Certificaatnummer;Datum;Bestemming;Waarde;Omschrijving\n${rows.map((row, n) => n + row).join("")}`,
  );
  const temporary = mkdtempSync(join(folder, "tmp-"));
  const program = spawn(process.execPath, ["bin/origo.js", "summary", path, "--quiet"], {
    cwd: REPOSITORY,
    env: { ...process.env, TMPDIR: temporary },
  });
  const ended = once(program, "exit");
  // Its work folder is there: now it reads.
  while (readdirSync(temporary).length === 0) await setTimeout(5);
  await setTimeout(60);
  const sent = performance.now();
  program.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(performance.now() - sent).toBeLessThan(3000);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(path);
});
