/**
 * Measures origo beside what its users would pick instead: whole processes, run in turns so that a busy machine is busy for
 * all, with a check that every tool gives the same figures. `npm run bench -- --help` says how.
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { writeCertificates } from "./certificates.mjs";
import { MOST_ROWS_OF_HISTORY, ORIGO, readExpected, TOOLS } from "./tools.mjs";

/** Time and memory may grow as fast as the certificates, not faster; a quarter more is what a busy machine makes of it. */
const MOST_GROWTH = 1.25;

const HELP = `Usage: npm run bench -- [options]
  --rows <n,...>    certificates per file (default 22816; the large ones are 500000 and 10000000, the last 2.5 GB of disk)
  --runs <n>        runs of each tool (default 5)
  --all             also the tools that are no npm packages: pandas, R data.table, Miller, sqlite3
  --only <text>     only tools whose title has this text, beside plain DuckDB and an empty process
  --json <file>     write the measurements
  --folder <dir>    where the made files are kept (default: a folder for temporary files)`;

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "22816" },
    runs: { type: "string", default: "5" },
    all: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string" },
    folder: { type: "string", default: join(tmpdir(), "origo-bench") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else await bench();

async function bench() {
  const results = [];
  for (const rows of values.rows.split(",").map(Number)) {
    const files = makeFiles(rows);
    const tools = toolsFor(rows);
    const measured = await measure(tools, files, Number(values.runs));
    printTable(rows, measured);
    results.push({ rows, tools: measured });
  }
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
  assertGrowth(results);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
}

/** Makes the files, or takes those of an earlier run. */
function makeFiles(rows) {
  mkdirSync(values.folder, { recursive: true });
  const path = (name) => join(values.folder, name);
  const files = { clean: path(`clean-${rows}.csv`), dirty: path(`dirty-${rows}.csv`), store: path(`${rows}.duckdb`) };
  const figures = path(`figures-${rows}.csv`);
  if (!existsSync(figures)) {
    console.error(`making ${rows} certificates in ${values.folder}`);
    writeFileSync(figures, writeCertificates(rows, files.clean, files.dirty));
  }
  ingest(files.dirty, files.store);
  return { ...files, ...makeHistory(rows, files.dirty, path), expected: readExpected(figures) };
}

function ingest(file, store) {
  // One of an earlier run may be of an earlier version.
  rmSync(store, { force: true });
  const run = spawnSync(process.execPath, [ORIGO, "ingest", file, "--store", store, "--quiet"]);
  if (run.status !== 0) throw new Error(`origo ingest failed: ${run.stderr.toString()}`);
}

/** A store with eleven years of twelve, and the file of the last one. */
function makeHistory(rows, dirty, path) {
  const files = {
    year: path(`year-${rows}.csv`),
    history: path(`history-${rows}.duckdb`),
    grown: path(`grown-${rows}.duckdb`),
  };
  if (rows > MOST_ROWS_OF_HISTORY) return files;
  const [header, ...lines] = readFileSync(dirty, "utf8").trimEnd().split("\n");
  const years = path(`years-${rows}.csv`);
  const end = Math.floor((lines.length * 11) / 12);
  const write = (file, part) => writeFileSync(file, [header, ...part, ""].join("\n"));
  write(years, lines.slice(0, end));
  write(files.year, lines.slice(end));
  ingest(years, files.history);
  return files;
}

function toolsFor(rows) {
  const wanted = TOOLS.filter(({ title, system = false, minRows = 0, maxRows = Infinity }) => {
    const chosen = values.only === undefined || title.includes(values.only) || /^(plain DuckDB|an empty)/.test(title);
    return chosen && rows >= minRows && rows <= maxRows && (values.all || !system);
  });
  const missing = wanted.filter(({ isThere = () => true }) => !isThere());
  for (const { title } of missing) console.error(`skipped, because it is not installed: ${title}`);
  return wanted.filter((tool) => !missing.includes(tool));
}

/** Runs the tools in turns; the first round warms the file cache and checks the figures. */
async function measure(tools, files, rounds) {
  const measured = tools.map(({ title, input }) => ({ title, input, seconds: [], cpuSeconds: [], peakBytes: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, tool] of tools.entries()) {
      if (tool.takesYear) copyFileSync(files.history, files.grown);
      const run = await runOnce(tool.command(files));
      if (run.code !== 0) throw new Error(`${tool.title} failed: ${run.stderr}`);
      if (round === 0) {
        if (tool.read) assertFigures(tool.title, tool.read(run.stdout), files.expected);
        continue;
      }
      measured[index].seconds.push(run.seconds);
      measured[index].cpuSeconds.push(run.cpuSeconds);
      measured[index].peakBytes.push(run.peakBytes);
    }
  }
  return measured.map((tool) => ({
    ...tool,
    median: median(tool.seconds),
    cpu: median(tool.cpuSeconds),
    peak: Math.max(...tool.peakBytes),
  }));
}

function assertGrowth(results) {
  const origo = results.flatMap(({ rows, tools }) =>
    tools.filter(({ title }) => title === "origo report").map((tool) => ({ rows, ...tool })),
  );
  for (const [index, { rows, cpu, median: seconds, peak }] of origo.entries()) {
    const before = origo[index - 1];
    if (before === undefined || before.rows >= rows) continue;
    const times = rows / before.rows;
    const grown = {
      "processor time": cpu / before.cpu,
      "waiting time": seconds / before.median,
      memory: peak / before.peak,
    };
    for (const [what, factor] of Object.entries(grown)) {
      console.log(`${times.toFixed(1)} times the certificates, ${factor.toFixed(1)} times the ${what}`);
      if (factor > MOST_GROWTH * times) throw new Error(`the ${what} of a report grows faster than the certificates`);
    }
  }
}

function assertFigures(title, found, expected) {
  const wrong = [...found].filter(([key, figures]) => expected.get(key) !== figures);
  const years = [...expected.keys()].filter((key) => key.endsWith(",") && !found.has(key));
  if (wrong.length > 0 || years.length > 0) {
    throw new Error(`${title} gives other figures: ${JSON.stringify(wrong.slice(0, 3))}, without ${years.join(" ")}`);
  }
}

/**
 * Runs a command and watches its memory and processor time, which the system tells on Linux only. Processor time is what
 * is left to compare on a machine that others use.
 */
async function runOnce([command, ...args]) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let peakBytes = 0;
  let cpuSeconds = 0;
  const watch = setInterval(() => {
    try {
      const [, kilobytes = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      peakBytes = Math.max(peakBytes, Number(kilobytes) * 1024);
      // After the name in parentheses; user and system time are the 14th and 15th field, in hundredths of a second.
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 10);
  const stdout = [];
  const stderr = [];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(watch);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return {
    code,
    seconds,
    cpuSeconds,
    peakBytes,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function printTable(rows, measured) {
  const { median: plain, cpu: plainCpu } = measured.find(({ title }) => title === "plain DuckDB");
  const empty = measured.find(({ title }) => title === "an empty Node process").median;
  const cells = [
    ["", "file", "median s", "from", "to", "x DuckDB", "x empty", "cpu s", "x DuckDB", "peak MB"],
    ...measured.map(({ title, input, seconds, median: middle, cpu, peak }) => [
      title,
      input,
      middle.toFixed(2),
      Math.min(...seconds).toFixed(2),
      Math.max(...seconds).toFixed(2),
      (middle / plain).toFixed(2),
      (middle / empty).toFixed(2),
      cpu === 0 ? "" : cpu.toFixed(2),
      cpu === 0 ? "" : (cpu / plainCpu).toFixed(2),
      peak === 0 ? "" : Math.round(peak / 1e6).toString(),
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  console.log(`\n${rows} certificates, ${values.runs} runs, Node ${process.version}, ${cpus().length} cores`);
  for (const row of cells) {
    console.log(
      row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "),
    );
  }
}
