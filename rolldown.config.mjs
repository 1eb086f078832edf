import { defineConfig } from "rolldown";

// One file per entry and one per lazily loaded part: module loading is most of a short command's time.
export default defineConfig({
  input: {
    cli: "src/cli/main.ts",
    index: "src/index.ts",
    danfo: "src/danfo.ts",
    "workbook-worker": "src/ingest/workbook-worker.ts",
    "sql-worker": "src/store/sql-worker.ts",
  },
  platform: "node",
  // Its main file loads parts in a way that no bundler sees through.
  resolve: { alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" } },
  external: ["@duckdb/node-bindings", "danfojs-node"],
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
      ],
    },
    // Names stay, for the traces in reports of bugs.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});
