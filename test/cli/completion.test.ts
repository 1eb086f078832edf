import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runOrigo } from "../run-origo.ts";

const PROMPT = "ready> ";
/** What each line of the shells' `origo` prints: its words. */
const ECHO = `origo() { printf '<%s>' "$@"; echo; }`;

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout, code } = await runOrigo(["completion", shell]);
    expect(code).toBe(0);
    writeFileSync(join(folder, `origo.${shell}`), stdout);
  }
  for (const file of ["certificates.csv", "two words.csv"]) writeFileSync(join(folder, file), "");
  writeFileSync(
    join(folder, "bashrc"),
    `PS1='${PROMPT}'\nbind 'set enable-bracketed-paste off'\nsource origo.bash\n${ECHO}\n`,
  );
  writeFileSync(
    join(folder, ".zshrc"),
    `PS1='${PROMPT}'\nautoload -U compinit\ncompinit -u -d "$ZDOTDIR/dump"\nsource origo.zsh\n${ECHO}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types keys at the prompt of an interactive shell, and gives the words that its `origo` was called with. */
function type(shell: string, keys: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // `script` gives the shell a terminal, without which it completes nothing.
    const child = spawn("script", ["-qec", shell, "/dev/null"], {
      cwd: folder,
      env: { PATH: process.env["PATH"], ZDOTDIR: folder, HOME: folder, TERM: "xterm", LC_ALL: "C.UTF-8" },
    });
    let output = "";
    let typed = false;
    // A shell that finds more keys waiting does not complete: the end of the line comes when it has been quiet.
    let pause: NodeJS.Timeout | undefined;
    child.on("error", reject);
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes(PROMPT)) return;
      if (!typed) child.stdin.write(keys);
      typed = true;
      clearTimeout(pause);
      pause = setTimeout(() => child.stdin.write("\nexit\n"), 300);
    });
    child.on("close", () => {
      const words = /(?:^|\r)(?:<[^>\n]*>)+\r?$/m.exec(output)?.[0];
      if (words === undefined) reject(new Error(`no call of origo in:\n${output}`));
      else resolve(words.trimEnd());
    });
  });
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

const TYPED = [
  ["a command", "origo summ\t", "<summary>"],
  ["a command below another", "origo rates up\t", "<rates><update>"],
  ["an option", "origo summary --stri\t", "<summary><--strict>"],
  ["a choice", "origo report --format mar\t", "<report><--format><markdown>"],
  ["a choice after =", "origo report --format=mar\t", "<report><--format=markdown>"],
  ["a choice of this command, not of another", "origo map x --format js\t", "<map><x><--format><json>"],
  ["a file", "origo summary cert\t", "<summary><certificates.csv>"],
  ["a file of two words", "origo ingest two\t", "<ingest><two words.csv>"],
  ["a file as the value of an option", "origo shares --rejects cert\t", "<shares><--rejects><certificates.csv>"],
  ["no file where a date stands", "origo shares --from cert\t", "<shares><--from><cert>"],
  ["no file where there is none to give", "origo policy cert\t", "<policy><cert>"],
  ["an argument of few words", "origo completion fi\t", "<completion><fish>"],
] as const;

describe.skipIf(!isInstalled("script")).concurrent("completion (skipped without the program script)", () => {
  it.each(TYPED)("bash completes %s", async (_what, keys, words) => {
    expect(await type("bash --noprofile --rcfile bashrc -i", keys)).toBe(words);
  });

  it.skipIf(!isInstalled("zsh")).each(TYPED)("zsh (skipped without it) completes %s", async (_what, keys, words) => {
    expect(await type("zsh -i", keys)).toBe(words);
  });
});

describe.skipIf(!isInstalled("fish"))("completion in fish (skipped without it)", () => {
  it.each(TYPED)("completes %s", (_what, keys, words) => {
    const line = keys.slice(0, keys.indexOf("\t"));
    const { stdout } = spawnSync(
      "fish",
      ["--no-config", "-c", `source origo.fish; complete -C ${JSON.stringify(line)}`],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    const offered = stdout
      .split("\n")
      .filter(Boolean)
      .map((text) => text.split("\t")[0]?.replaceAll("\\ ", " "));
    const wanted = [...words.matchAll(/<([^>]*)>/g)].map(([, word]) => word);
    const last = wanted.at(-1);
    expect(offered).toEqual(last === "cert" ? [] : [last]);
  });
});

it("an unknown shell is named with those that there are", async () => {
  const { stderr, code } = await runOrigo(["completion", "tcsh"]);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish");
  expect(code).toBe(2);
});

it("every command and option is in every script", async () => {
  const { stdout: help } = await runOrigo(["--help"]);
  const commands = [...help.matchAll(/^ {2}([a-z]+) \[?/gm)].map(([, name]) => name).filter((name) => name !== "help");
  expect(commands.length).toBeGreaterThan(10);
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout } = await runOrigo(["completion", shell]);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`\\b${command}\\b`));
    expect(stdout).toContain("memory-limit");
  }
});
