/**
 * The shape of the house, enforced: which folder of `src/` may import which, and which packages. Each rule carries the
 * sentence that explains it; `src/README.md` has the picture.
 */
const STAGES = {
  domain: { imports: [], packages: [], why: "The words of the house depend on nothing." },
  reference: {
    imports: ["domain"],
    packages: ["csv-parse", "fastest-levenshtein"],
    why: "Reference data are read from data/ and know only the words.",
  },
  store: { imports: ["domain"], packages: ["@duckdb/node-api"], why: "The one place that talks to the engine." },
  ingest: {
    imports: ["domain", "reference", "store"],
    packages: ["csv-parse", "fastest-levenshtein", "fzstd", "hucre", "iconv-lite", "jsonc-parser", "valibot"],
    why: "Bytes to certificates or problems; it must not know what is made of them.",
  },
  tally: {
    imports: ["domain", "reference", "ingest"],
    packages: [],
    why: "The short way: adds up the certificates of delimited texts without an engine.",
  },
  measures: { imports: ["domain"], packages: [], why: "Pure functions over sums: no engine, no files, no formatting." },
  report: { imports: ["domain", "measures"], packages: [], why: "A report is facts: it neither reads nor formats." },
  render: {
    imports: ["domain", "report"],
    packages: ["apache-arrow", "chalk", "asciichart", "csv-stringify", "d3-scale", "d3-shape", "string-width"],
    why: "A writer takes facts and gives text; it computes and looks up nothing.",
  },
  pipeline: {
    imports: ["domain", "reference", "store", "ingest", "tally", "measures", "report", "render"],
    packages: [],
    why: "One function per command calls the stages in order, and does nothing itself.",
  },
  cli: {
    imports: ["domain", "pipeline"],
    packages: ["commander"],
    why: "Commands are declarations; the work is in the pipeline.",
  },
};

const stageRules = Object.entries(STAGES).flatMap(([stage, { imports, packages, why }]) => [
  {
    name: `${stage}-imports`,
    comment: why,
    severity: "error",
    from: { path: `^src/${stage}/` },
    to: { path: "^src/", pathNot: [stage, ...imports].map((folder) => `^src/${folder}/`) },
  },
  {
    name: `${stage}-packages`,
    comment: `${why} Packages are chosen: these and no others.`,
    severity: "error",
    from: { path: `^src/${stage}/` },
    to: { path: "node_modules", pathNot: packages.map((name) => `node_modules/${name}/`) },
  },
]);

export default {
  forbidden: [
    ...stageRules,
    {
      name: "front-door",
      comment: "The library's front door shows the pipeline and the types of its results.",
      severity: "error",
      from: { path: "^src/[^/]+\\.ts$" },
      to: { path: "^src/", pathNot: "^src/(pipeline|domain|report)/" },
    },
    {
      name: "no-cycles",
      comment: "The way of the data has one direction.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-tests-in-src",
      comment: "Nothing that ships depends on a test.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|fixtures)/" },
    },
    {
      name: "independent-check",
      comment: "A second computation proves nothing when it shares code with the first.",
      severity: "error",
      from: { path: "^test/oracle/" },
      to: { path: "^src/", pathNot: "^src/reference/" },
    },
    {
      name: "resolvable",
      comment:
        "An import that leads nowhere. (The tools that the bench compares with are skipped where they are not installed.)",
      severity: "error",
      from: { pathNot: "^test/bench/peers/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
