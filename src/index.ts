/** The library's front door: what the commands do, as functions that return typed facts. */
export { ingest, type Ingest, type IngestOptions } from "./pipeline/ingest.ts";
export { mapFile, type MapOptions } from "./pipeline/map.ts";
export type { ReadOptions } from "./pipeline/open-certificates.ts";
export { shares, type Shares, type SharesOptions } from "./pipeline/shares.ts";
export { summary, type Series, type SummaryOptions } from "./pipeline/summary.ts";
export { yearlyReport, type ReportOptions } from "./pipeline/yearly-report.ts";
export { UserError } from "./domain/user-error.ts";
export type { FileMapping } from "./domain/file-mapping.ts";
export type { YearlyReport } from "./report/yearly-report.ts";
