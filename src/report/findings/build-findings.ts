import { METRICS } from "../../domain/metric.ts";
import { contributorsFinding, destinationFindings, leaderFinding, moversFinding } from "./destinations.ts";
import type { FindingInput } from "./finding-input.ts";
import type { Finding } from "./finding.ts";
import { bestMonthFinding, concentrationFinding, exportersFinding, splitFinding } from "./structure.ts";
import { recordFinding, streakFinding, strongestGrowthFinding } from "./superlatives.ts";

/**
 * The findings about a period, the most newsworthy first. The order is by rule: records, a new first destination, the
 * strongest growth in five years or more, what drove the growth, the rest. Superlatives compare covered periods only; what does
 * not hold is not said, and where one quantity is a record and the other is not, the second is said too.
 */
export function buildFindings(input: FindingInput): readonly Finding[] {
  const records = METRICS.flatMap((metric) => recordFinding(input, metric));
  const anyRecord = records.some((finding) => finding.kind === "record");
  const findings = [
    ...records.filter((finding) => finding.kind === "record" || anyRecord),
    ...METRICS.flatMap((metric) => [
      ...strongestGrowthFinding(input, metric),
      ...streakFinding(input, metric),
      ...contributorsFinding(input, metric),
      ...leaderFinding(input, metric),
      ...moversFinding(input, metric),
      ...bestMonthFinding(input, metric),
    ]),
    ...destinationFindings(input),
    ...splitFinding(input),
    ...concentrationFinding(input, "goods_value"),
    ...exportersFinding(input),
  ];
  return findings.toSorted((a, b) => b.weight - a.weight);
}
