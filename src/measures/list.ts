import { contribution } from "./contribution.ts";
import { SUMS } from "./counts.ts";
import { growth } from "./growth.ts";
import type { MeasureInfo } from "./measure.ts";
import { rank } from "./rank.ts";
import { record } from "./record.ts";
import { shareChange } from "./share-change.ts";
import { share } from "./share.ts";
import { streak } from "./streak.ts";
import { strongestGrowth } from "./strongest-growth.ts";
import { valuePerCertificate } from "./value-per-certificate.ts";

/** Every measure, in the order in which they are explained. A new measure is a file and a line here. */
export const MEASURES: readonly MeasureInfo[] = [
  ...SUMS,
  valuePerCertificate,
  growth,
  share,
  shareChange,
  contribution,
  rank,
  record,
  strongestGrowth,
  streak,
];
