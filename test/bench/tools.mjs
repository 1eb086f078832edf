/** What is measured: origo, and what its users would pick instead. A tool that is not installed is skipped by name. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const peer = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
export const ORIGO = fileURLToPath(new URL("../../bin/origo.js", import.meta.url));
/** The store with a history is made anew for each run, which takes too long for more. */
export const MOST_ROWS_OF_HISTORY = 1_000_000;
const LAST_YEAR = "2018";

/** Whether a package works here: one with a native part may be installed without it. */
function hasPackage(name) {
  return (
    spawnSync(process.execPath, ["-e", `import(${JSON.stringify(name)}).catch(() => process.exit(1))`], {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
    }).status === 0
  );
}

function runs(command, ...args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** Debian's Python has Debian's pandas, whatever other Python is first on the path. */
const python = ["python3", "/usr/bin/python3"].find((command) => runs(command, "-c", "import pandas"));

const npmPeer = (title, file, name, maxRows = Infinity) => ({
  title,
  maxRows,
  input: "clean",
  isThere: () => name === null || hasPackage(name),
  command: ({ clean }) => [process.execPath, peer(file), clean],
});

/** Reads `year,destination,certificates,cents`, the destination empty for the sum of the year. */
function readLines(output) {
  return new Map(
    output
      .trim()
      .split(/\r?\n/)
      .map((line) => {
        const [year, destination, certificates, cents] = line.replaceAll('"', "").split(",");
        return [`${year},${destination}`, `${certificates},${cents}`];
      }),
  );
}

/** The years of a report, and the destinations of its own. */
function readReport(output) {
  const { years, destinations } = JSON.parse(output);
  const cents = (value) => value.replace(".", "");
  return new Map([
    ...years.map((row) => [`${row.year},`, `${row.certificates},${cents(row.goods_value)}`]),
    ...destinations
      .filter((row) => row.certificates > 0)
      .map((row) => [`${row.year},${row.destination}`, `${row.certificates},${cents(row.goods_value)}`]),
  ]);
}

const report = (...args) => [process.execPath, ORIGO, "report", LAST_YEAR, ...args, "--format", "json", "--quiet"];

/** `read` gives the figures that a run printed: all that it gives must be right. A tool that `takesYear` gets a fresh store with a history. */
export const TOOLS = [
  { title: "an empty Node process", input: "none", command: () => [process.execPath, "-e", "0"] },
  { title: "origo --help", input: "none", command: () => [process.execPath, ORIGO, "--help"] },
  {
    title: "origo report from a store",
    input: "store",
    command: ({ store }) => report("--store", store),
    read: readReport,
  },
  {
    title: "origo ingest of a year beside eleven",
    input: "dirty",
    maxRows: MOST_ROWS_OF_HISTORY,
    takesYear: true,
    command: ({ year, grown }) => [process.execPath, ORIGO, "ingest", year, "--store", grown, "--quiet"],
  },
  { title: "origo report", input: "dirty", command: ({ dirty }) => report(dirty), read: readReport },
  {
    title: "origo report --memory-limit 512MB",
    input: "dirty",
    minRows: 1_000_000,
    command: ({ dirty }) => report(dirty, "--memory-limit", "512MB"),
    read: readReport,
  },
  {
    title: "DuckDB, the same work in SQL",
    input: "dirty",
    command: ({ dirty }) => [process.execPath, peer("duckdb-dirty.mjs"), dirty],
    read: readLines,
  },
  { ...npmPeer("plain DuckDB", "duckdb.mjs", null), read: readLines },
  { ...npmPeer("nodejs-polars", "polars.mjs", "nodejs-polars"), read: readLines },
  { ...npmPeer("csv-parse and Maps", "csv-parse.mjs", null), read: readLines },
  { ...npmPeer("Arquero", "arquero.mjs", "arquero", 1_000_000), read: readLines },
  { ...npmPeer("danfojs-node", "danfojs.mjs", "danfojs-node", 1_000_000), read: readLines },
  {
    title: "pandas",
    input: "clean",
    system: true,
    isThere: () => python !== undefined,
    command: ({ clean }) => [python, peer("with-pandas.py"), clean],
    read: readLines,
  },
  {
    title: "R data.table",
    input: "clean",
    system: true,
    isThere: () => runs("Rscript", "-e", "library(data.table)"),
    command: ({ clean }) => ["Rscript", peer("datatable.R"), clean],
    read: readLines,
  },
  {
    title: "Miller",
    input: "clean",
    system: true,
    // It takes 1.6 kilobytes for each certificate.
    maxRows: 1_000_000,
    isThere: () => runs("mlr", "--version"),
    command: ({ clean }) => ["sh", peer("miller.sh"), clean],
    read: readLines,
  },
  {
    title: "sqlite3",
    input: "clean",
    system: true,
    isThere: () => runs("sqlite3", "--version"),
    command: ({ clean }) => ["sh", peer("sqlite3.sh"), clean],
    read: readLines,
  },
];

/** The figures that the generator wrote down. */
export function readExpected(path) {
  return readLines(readFileSync(path, "utf8"));
}
