import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import { weigh, type Formats, type Readings } from "../ingest/detect-formats.ts";
import { DATE_WITH_ORDER, numberPattern } from "../ingest/parse-rules.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { scanAtOnce } from "./scan-range.ts";
import type { RangeFacts, RangePlan } from "./scanned-range.ts";
import { trimCell } from "./trim-cell.ts";

/** The formats of a file, from the facts of all its ranges. Throws `BeyondTally` where they leave a question: the engine asks it. */
export function decideFormats(ranges: readonly RangeFacts[], profile: Profile): Formats {
  return {
    dateOrder: profile.date_order ?? decide<DateOrder>(sumOf(ranges.map(orderEvidence)), "dmy", "mdy"),
    decimalMark: profile.decimal_mark ?? decide<DecimalMark>(sumOf(ranges.map(markEvidence)), ",", "."),
  };
}

/** The mark that the first rows speak for: the others mostly do, too. Of the `heads` of a text the first that says anything counts. */
export function guessMark(heads: readonly RangePlan[], profile: Profile): DecimalMark {
  if (profile.decimal_mark !== undefined) return profile.decimal_mark;
  for (const head of heads) {
    const { first, second } = markEvidence(scanAtOnce(head).facts);
    if (first !== second) return first > second ? "," : ".";
  }
  return ".";
}

function decide<Way>(evidence: Readings, first: Way, second: Way): Way {
  const verdict = weigh(evidence);
  if (verdict === "mixed" || verdict === "open") throw new BeyondTally("no one way of writing");
  return verdict === "first" ? first : second;
}

function orderEvidence({ texts, dateCounts }: RangeFacts): Readings {
  const ordered = new RegExp(DATE_WITH_ORDER);
  const counts = { first: 0, second: 0, both: 0 };
  texts.issue_date.forEach((text, code) => {
    const [, one, two] = ordered.exec(trimCell(text) ?? "") ?? [];
    if (one === undefined) return;
    const [isDay, isMonth] = [Number(one) > 12, Number(two) <= 12];
    const count = dateCounts[code] ?? 0;
    if (isDay && isMonth) counts.first += count;
    else if (!isDay && !isMonth) counts.second += count;
    else if (!isDay) counts.both += count;
  });
  return counts;
}

const [WITH_COMMA, WITH_POINT] = ([",", "."] as const).map((mark) => new RegExp(`^(?:${numberPattern(mark)})$`));

function markEvidence({ marks, oddAmounts }: RangeFacts): Readings {
  const counts = { first: marks.comma, second: marks.point, both: marks.either };
  for (const text of oddAmounts) {
    if (!/[.,]/.test(text)) continue;
    const [comma, point] = [WITH_COMMA?.test(text), WITH_POINT?.test(text)];
    if (comma === true && point === true) counts.both += 1;
    else if (comma === true) counts.first += 1;
    else if (point === true) counts.second += 1;
  }
  return counts;
}

function sumOf(evidence: readonly Readings[]): Readings {
  return evidence.reduce(
    (sum, { first, second, both }) => ({
      first: sum.first + first,
      second: sum.second + second,
      both: sum.both + both,
    }),
    { first: 0, second: 0, both: 0 },
  );
}
