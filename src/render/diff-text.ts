import type { Fraction } from "../domain/fraction.ts";
import { figureId, type Figure } from "../domain/figure.ts";
import type { Language } from "../domain/language.ts";
import type { Breach } from "../report/diff/breaches.ts";
import type { FigureChange } from "../report/diff/figure-changes.ts";
import { diffWordsOf, TOLD_FIGURES, type DiffWords } from "./diff-words.ts";
import { createFormatter, UNDEFINED, type Formatter } from "./format.ts";
import type { Words } from "./words.ts";

/** More decimals than this nobody reads. */
const MOST_DIGITS = 8;
const USUAL_DIGITS = 2;

/** A changed figure as texts that show the difference: with as many decimals as that takes, two at least. */
export function figureTexts(
  { figure, old, new: now, revision, ratio }: FigureChange,
  language: Language,
): { readonly old: string; readonly now: string; readonly change: string } {
  const format = createFormatter(language);
  const words = diffWordsOf(language);
  // Cents only where the units do not show the difference.
  const wholeUnits = typeof old === "bigint" && typeof now === "bigint" && format.units(old) !== format.units(now);
  const text = (value: FigureChange["old"], digits: number): string => {
    if (value === null) return UNDEFINED;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value === "bigint") return wholeUnits ? format.units(value) : format.money(value);
    if (typeof value === "number")
      return figure.column.endsWith("_best_month") ? format.month(value) : format.count(value);
    return isPlain(figure)
      ? format.decimal(value, digits)
      : format.percent(value, { digits, signed: figure.column.endsWith("_growth") });
  };
  const digits = fewestDigits((each) => text(old, each) !== text(now, each));
  return { old: text(old, digits), now: text(now, digits), change: changeText(revision, ratio, format, language) };
}

function changeText(
  change: FigureChange["revision"],
  ratio: Fraction | null,
  format: Formatter,
  language: Language,
): string {
  if (ratio !== null) return signedPercent(ratio, format);
  if (change === null || typeof change !== "object") return "";
  const digits = fewestDigits((each) => !/^[^1-9]*$/.test(format.points(change, each)));
  return diffWordsOf(language).points(format.points(change, digits));
}

/** A relative change, with as many decimals as it takes to be other than 0. */
export function signedPercent(ratio: Fraction, format: Formatter): string {
  const text = (digits: number): string => format.percent(ratio, { digits, signed: true });
  return text(ratio.numerator === 0n ? USUAL_DIGITS : fewestDigits((digits) => /[1-9]/.test(text(digits))));
}

function fewestDigits(tells: (digits: number) => boolean): number {
  for (let digits = USUAL_DIGITS; digits < MOST_DIGITS; digits += 1) if (tells(digits)) return digits;
  return MOST_DIGITS;
}

/** Whether a ratio is a number as it stands, and no part of something. */
function isPlain({ column }: Figure): boolean {
  return column.endsWith("_hhi") || column.endsWith("_effective_number");
}

/** A bound that is passed, as a line that names the figure and the bound. */
export function breachText(breach: Breach, maxChange: Fraction | null, language: Language): string {
  const words = diffWordsOf(language);
  const format = createFormatter(language);
  if ("certificates" in breach) return words.breach.kind(words.kind[breach.kind], format.count(breach.certificates));
  const { old, now, change } = figureTexts(breach.figure, language);
  const id = figureId(breach.figure.figure);
  if (breach.kind === "record" || maxChange === null) return words.breach.record(id, old, now);
  return words.breach.maxChange(id, old, now, change, signedPercent(maxChange, format).replace("+", ""));
}

/** What a figure is, in words; the id where it has none. */
export function figureName({ column }: Figure, words: DiffWords, common: Words): string {
  const names: Readonly<Record<string, string>> = {
    value_per_certificate: common.perCertificateShort,
    destinations: common.destinations,
    exporters: common.exporters,
    products: common.products,
    certificates: common.certificatesShort,
    goods_value: common.valueShort,
  };
  const suffix = TOLD_FIGURES.find((each) => column.endsWith(`_${each}`));
  const quantity = names[suffix === undefined ? column : column.slice(0, -suffix.length - 1)];
  if (quantity === undefined) return column;
  return suffix === undefined ? quantity : `${quantity}, ${words.figure[suffix]}`;
}
