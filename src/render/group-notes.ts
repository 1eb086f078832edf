import { printable } from "../domain/printable.ts";
import type { ChamberGroup } from "../report/comparison.ts";
import type { Language } from "../domain/language.ts";
import { comparisonWordsOf, type ComparisonWords } from "./comparison-words.ts";
import type { Formatter } from "./format.ts";

/** The heading of what each chamber is of the whole: with the name of the region, where there is one. */
export function groupHeading({ name }: Pick<ChamberGroup, "name">, language: Language): string {
  const { chambers } = comparisonWordsOf(language);
  return name === null ? chambers : `${chambers} · ${printable(name)}`;
}

/** What has to be said of chambers that report together: the months, and the certificates that two of them have. */
export function groupNotes(group: ChamberGroup, language: Language, format: Formatter): readonly string[] {
  const own = comparisonWordsOf(language);
  return [commonPeriodNote(group, own, format), ...crossBorderNotes(group, own, format)];
}

/** Which months are compared. */
export function commonPeriodNote(
  { common }: Pick<ChamberGroup, "common">,
  own: ComparisonWords,
  format: Formatter,
): string {
  const month = (day: string): string => `${format.month(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
  return own.common(month(common.from), month(common.to));
}

/** What is said of the certificates that two chambers have, and of those that could not be looked for. */
export function crossBorderNotes(
  { chambers, crossBorder, countBoth }: ChamberGroup,
  own: ComparisonWords,
  format: Formatter,
): readonly string[] {
  const count = crossBorder.length;
  return [
    count === 0 ? own.noCrossBorder : own.crossBorder(count, format.count(count), countBoth),
    ...chambers.flatMap(({ id, account: { certificates, withoutExporterId } }) =>
      withoutExporterId === 0
        ? []
        : [own.withoutId(printable(id), format.count(withoutExporterId), format.count(certificates))],
    ),
  ];
}
