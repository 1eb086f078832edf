import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

import { runOrigo } from "../run-origo.ts";

const hasMandoc = spawnSync("mandoc", ["-T", "lint"], { input: "" }).error === undefined;

/** A page without the overstrikes that stand for bold. */
function plain(text: string): string {
  return text
    .split("\b")
    .map((part, index, parts) => (index < parts.length - 1 ? part.slice(0, -1) : part))
    .join("");
}

describe("the manual page", () => {
  it("has every command, and every option of each", async () => {
    const { stdout: page } = await runOrigo(["man"]);
    const unescaped = page.replaceAll("\\-", "-").replaceAll("\\e", "\\").replaceAll("\\&", "");
    const { stdout: help } = await runOrigo(["--help"]);
    const commands = [...help.matchAll(/^ {2}([a-z]+) \S/gm)].flatMap(([, name]) =>
      name === undefined || name === "help" ? [] : [name],
    );
    expect(commands).toContain("verify");
    for (const command of commands) {
      expect(unescaped).toMatch(new RegExp(`^\\.SS ${command}\\b`, "m"));
      const { stdout: ofCommand } = await runOrigo([command, "--help"]);
      const options = [...ofCommand.matchAll(/^ {2}(-.*?) {2}/gm)].map(([, option]) => option ?? "");
      for (const option of options) expect(unescaped).toContain(`.B ${option}\n`);
    }
  });

  it.skipIf(!hasMandoc)("is well-formed (skipped without mandoc)", async () => {
    const { stdout: page } = await runOrigo(["man"]);
    const { stdout, status } = spawnSync("mandoc", ["-T", "lint", "-W", "error"], { input: page, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
    const { stdout: text } = spawnSync("mandoc", ["-T", "utf8"], { input: page, encoding: "utf8" });
    expect(plain(text)).toContain("--memory-limit <size>");
  });
});
