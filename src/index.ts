/**
 * The library's front door. Open certificates once and ask them (`openCertificates`, `yearlySeries` ...), or do what a command
 * does in one call (`yearlyReport`, `summary` ...). Answers are exact facts; `toRows` and `toArrow` hand them to other tools, and
 * `origo/danfo` to danfojs.
 */
export { toArrow, toRows, type Answer, type PlainRow } from "./pipeline/answer.ts";
export { studyEvents, type EventOptions, type Events, type StatedEvent } from "./pipeline/event.ts";
export { compare, type CompareOptions } from "./pipeline/compare.ts";
export { exportCertificates, type ExportOptions } from "./pipeline/export.ts";
export {
  destinationShares,
  exporterYears,
  firmSizes,
  growthMargins,
  openCertificates,
  query,
  sql,
  yearlySeries,
  type Certificates,
  type OpenOptions,
  type Question,
} from "./pipeline/library.ts";
export { ingest, type Ingest, type IngestOptions } from "./pipeline/ingest.ts";
export { mapFile, type MapOptions } from "./pipeline/map.ts";
export type { ReadOptions } from "./pipeline/open-certificates.ts";
export { readTogether } from "./pipeline/read-together.ts";
export { readWhere } from "./pipeline/read-where.ts";
export { shares, type Shares, type SharesOptions } from "./pipeline/shares.ts";
export { summary, type Series, type SummaryOptions } from "./pipeline/summary.ts";
export { yearlyReport, type ReportOptions } from "./pipeline/yearly-report.ts";
export { UserError } from "./domain/user-error.ts";
export type { FileMapping } from "./domain/file-mapping.ts";
export type { Comparison } from "./report/comparison.ts";
export type { YearlyReport } from "./report/yearly-report.ts";
