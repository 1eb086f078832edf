import { defineConfig } from "rolldown";

// One file per entry and one per lazily loaded part: module loading is most of a short command's time.
export default defineConfig({
  input: { cli: "src/cli/main.ts", index: "src/index.ts", "workbook-worker": "src/ingest/workbook-worker.ts" },
  platform: "node",
  external: ["@duckdb/node-api"],
  output: { dir: "dist", format: "esm", cleanDir: true, chunkFileNames: "[name]-[hash].js" },
});
