import { benchmarkGap } from "./benchmark-gap.ts";
import { bestMonth } from "./best-month.ts";
import { cagr } from "./cagr.ts";
import { change } from "./change.ts";
import { constantRateGrowth } from "./constant-rate-growth.ts";
import { contribution } from "./contribution.ts";
import { countValueSplit } from "./count-value-split.ts";
import { SUMS } from "./counts.ts";
import { effectiveNumber } from "./effective-number.ts";
import { entrants } from "./entrants.ts";
import { entryRate } from "./entry-rate.ts";
import { exitRate } from "./exit-rate.ts";
import { exiters } from "./exiters.ts";
import { firstTimeExporters } from "./first-time-exporters.ts";
import { gini } from "./gini.ts";
import { growth } from "./growth.ts";
import { hhi } from "./hhi.ts";
import { hhiNormalized } from "./hhi-normalized.ts";
import { incumbents } from "./incumbents.ts";
import { indexNumber } from "./index-number.ts";
import { itemTurnover } from "./item-turnover.ts";
import { locationQuotient } from "./location-quotient.ts";
import { margins } from "./margins.ts";
import type { MeasureInfo } from "./measure.ts";
import { perExporter } from "./per-exporter.ts";
import { productSimilarity } from "./product-similarity.ts";
import { rankChange } from "./rank-change.ts";
import { rank } from "./rank.ts";
import { record } from "./record.ts";
import { shareChange } from "./share-change.ts";
import { shiftShare } from "./shift-share.ts";
import { share } from "./share.ts";
import { streak } from "./streak.ts";
import { strongestGrowth } from "./strongest-growth.ts";
import { survival } from "./survival.ts";
import { survivors } from "./survivors.ts";
import { theil } from "./theil.ts";
import { topKShare } from "./top-k-share.ts";
import { valuePerCertificate } from "./value-per-certificate.ts";

/** Every measure, in the order in which they are explained. A new measure is a file and a line here. */
export const MEASURES: readonly MeasureInfo[] = [
  ...SUMS,
  valuePerCertificate,
  change,
  growth,
  share,
  shareChange,
  contribution,
  rank,
  rankChange,
  locationQuotient,
  indexNumber,
  cagr,
  record,
  strongestGrowth,
  streak,
  bestMonth,
  hhi,
  hhiNormalized,
  effectiveNumber,
  topKShare,
  gini,
  theil,
  countValueSplit,
  constantRateGrowth,
  shiftShare,
  benchmarkGap,
  entrants,
  exiters,
  incumbents,
  survivors,
  entryRate,
  exitRate,
  survival,
  firstTimeExporters,
  itemTurnover,
  perExporter,
  margins,
  productSimilarity,
];
