import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";

/** What a command loads at once is one file, because loading many is most of a short command's time: these modules and their imports. */
const PARTS = {
  start: ["src/cli/main.ts"],
  scanning: ["src/tally/range-worker.ts"],
  report: [
    "src/pipeline/report-group.ts",
    "src/pipeline/yearly-report.ts",
    "src/pipeline/render-report.ts",
    "src/render/report-json.ts",
  ],
  csv: ["src/render/csv.ts"],
  words: ["src/render/balance.ts", "src/render/words.ts"],
  terminal: ["src/render/terminal/report.ts", "src/render/style.ts"],
  tally: ["src/pipeline/tallied-sums.ts"],
  reading: ["src/pipeline/open-certificates.ts", "src/pipeline/count-certificates.ts"],
};

/** The first part that each module belongs to. What is imported only when it is needed belongs to none. */
const partOf = new Map();
const findParts = {
  name: "find-parts",
  buildEnd() {
    const add = (id, part) => {
      if (partOf.has(id)) return;
      partOf.set(id, part);
      for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported, part);
    };
    for (const [part, entries] of Object.entries(PARTS)) {
      for (const entry of entries) add(fileURLToPath(new URL(entry, import.meta.url)), part);
    }
  },
};

/** Commander can run commands that are programs of their own. origo has none, and loading what starts them takes time. */
const startNoPrograms = {
  name: "start-no-programs",
  resolveId: (source, importer) =>
    source === "node:child_process" && importer?.includes("/commander/") ? "\0no-programs" : null,
  load: (id) => (id === "\0no-programs" ? "export {};" : null),
};

export default defineConfig({
  input: {
    cli: "src/cli/main.ts",
    index: "src/index.ts",
    danfo: "src/danfo.ts",
    "workbook-worker": "src/ingest/workbook-worker.ts",
    "range-worker": "src/tally/range-worker.ts",
    "sql-worker": "src/store/sql-worker.ts",
  },
  platform: "node",
  // Its main file loads parts in a way that no bundler sees through.
  resolve: { alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" } },
  external: ["@duckdb/node-bindings", "danfojs-node"],
  plugins: [findParts, startNoPrograms],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: {
      groups: [
        { name: "duckdb", test: "node_modules/@duckdb/" },
        { name: "csv-parse", test: "node_modules/csv-parse/" },
        { name: "iconv", test: "node_modules/iconv-lite/" },
        ...Object.keys(PARTS).map((part) => ({ name: part, test: (id) => partOf.get(id) === part })),
      ],
    },
    // Names stay, for the traces in reports of bugs.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});
