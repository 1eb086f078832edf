import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const INPUTS = join(REPOSITORY, "fixtures/inputs");
const REGIONS = join(REPOSITORY, "fixtures/regions");
/** The sample data, too large to copy: a case links to it. */
const SAMPLE = join(REPOSITORY, "data/limburg-2007-2018.csv.gz");
export const CASES = join(REPOSITORY, "fixtures/cases");

/** The three streams of a case that are compared, each kept in a file of its name. */
export const EXPECTATIONS = ["stdout", "stderr", "exit"] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** What stays behind: the expectations themselves, and the note that explains a case to its reader. */
const NOT_COPIED: ReadonlySet<string> = new Set([...EXPECTATIONS, "why.md"]);

export interface CaseResult extends Readonly<Record<Expectation, Buffer>> {
  /** Working folders that origo made for itself and left behind. */
  readonly leftBehind: readonly string[];
}

/** Runs the `cmd` of a case with `sh -e` in a fresh folder: its own files, the shared ones in `./inputs` and, where it asks for them, in `./regions`. */
export async function runCase(name: string): Promise<CaseResult> {
  const root = mkdtempSync(join(tmpdir(), "origo-case-"));
  const [work, bin, temporary] = ["work", "bin", "tmp"].map((folder) => join(root, folder));
  if (work === undefined || bin === undefined || temporary === undefined) throw new Error("unreachable");
  try {
    for (const folder of [work, bin, temporary]) mkdirSync(folder);
    cpSync(INPUTS, join(work, "inputs"), { recursive: true });
    if (readFileSync(join(CASES, name, "cmd"), "utf8").includes("regions/")) {
      cpSync(REGIONS, join(work, "regions"), { recursive: true });
    }
    for (const file of readdirSync(join(CASES, name))) {
      if (!NOT_COPIED.has(file)) cpSync(join(CASES, name, file), join(work, file), { recursive: true });
    }
    writeWrapper(join(bin, "origo"));
    const result = await runShell(work, {
      PATH: [bin, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter),
      HOME: root,
      TMPDIR: temporary,
      TZ: "UTC",
      LC_ALL: "C.UTF-8",
      SAMPLE,
    });
    return { ...result, leftBehind: readdirSync(temporary) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function writeWrapper(path: string): void {
  const program = join(REPOSITORY, "bin/origo.js");
  if (!existsSync(join(REPOSITORY, "dist/cli.js"))) throw new Error("the program is not built: npm run build");
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(path, 0o755);
}

async function runShell(folder: string, env: NodeJS.ProcessEnv): Promise<Record<Expectation, Buffer>> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-e", "cmd"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr),
        exit: Buffer.from(`${code ?? signal ?? "unknown"}\n`),
      });
    });
  });
}
