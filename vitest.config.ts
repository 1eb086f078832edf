import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // All cores: most tests wait for a program that they started.
    maxWorkers: "100%",
    // Whole runs of the program on 200,000 rows, on machines that may be shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
