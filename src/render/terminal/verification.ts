import type { Language } from "../../domain/language.ts";
import { periodId } from "../../domain/period-id.ts";
import { printable } from "../../domain/printable.ts";
import type { JudgedClaim, Verdict } from "../../report/judge-claim.ts";
import type { Evidence } from "../../report/judge/evidence.ts";
import type { NameOf } from "../../report/tables.ts";
import { evidenceId, type Verification } from "../../report/verification.ts";
import { createFormatter, UNDEFINED, type Formatter } from "../format.ts";
import { compositionName } from "../scope-text.ts";
import type { Style } from "../style.ts";
import { VERIFICATION_WORDS, type VerificationWords } from "../verification-words.ts";
import { wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";

interface Options {
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
}

const SIGNS: Readonly<Record<Verdict, string>> = { holds: "✓", "does-not-hold": "✗", "cannot-be-judged": "?" };
const MAX_WIDTH = 120;
const INDENT = "    ";
/** Of readings that disagree so many are shown. */
const SHOWN_READINGS = 3;

/** Each claim with its verdict and the figure that it is measured by, and how many hold. */
export function renderVerification(verification: Verification, nameOf: NameOf, options: Options): string {
  const { language, style } = options;
  const { claims, provenance } = verification;
  const words = VERIFICATION_WORDS[language];
  const common = wordsOf(language);
  const format = createFormatter(language);
  const width = Math.min(MAX_WIDTH, options.width);
  const { scope, eu } = provenance.selection;
  const composition = scope === "all" ? [] : [compositionName(eu, common)];
  const count = (verdict: Verdict): number => claims.filter((judged) => judged.verdict === verdict).length;
  const lines = [
    style.strong([words.title(printable(verification.name)), ...provenance.chambers.map(printable)].join(" · ")),
    style.faint(
      [
        words.readAs(words.language[verification.language], periodId(verification.period)),
        common.scope[scope],
        ...composition,
      ].join(" · "),
    ),
    "",
    ...claims.flatMap((judged) =>
      renderClaim(judged, { words, format, nameOf, style, width, currency: provenance.currency }),
    ),
    ...(claims.length === 0 ? [] : [""]),
    ...(verification.speaksOfDistantExport && scope === "all" ? wrap(words.scopeNote, width, "") : []),
    claims.length === 0
      ? words.noClaims
      : style.strong(
          words.summary({
            holds: count("holds"),
            "does-not-hold": count("does-not-hold"),
            "cannot-be-judged": count("cannot-be-judged"),
          }),
        ),
  ];
  return `${lines.join("\n")}\n`;
}

interface Context {
  readonly words: VerificationWords;
  readonly format: Formatter;
  readonly nameOf: NameOf;
  readonly style: Style;
  readonly width: number;
  readonly currency: string;
}

function renderClaim(judged: JudgedClaim, context: Context): readonly string[] {
  const { claim, verdict, evidence, openness } = judged;
  const { words, style, width } = context;
  const paint = verdict === "holds" ? style.rise : verdict === "does-not-hold" ? style.fall : style.faint;
  const quoted = printable(claim.text.replace(/\s+/gu, " "));
  const figures = [...new Map(evidence.map((each) => [evidenceId(each), each])).values()].slice(0, SHOWN_READINGS);
  const shown = figures.map((each) => `${valueText(each, context)} (${evidenceId(each)})`).join(` ${words.or} `);
  const details =
    verdict === "holds"
      ? shown
      : verdict === "does-not-hold"
        ? `${words.rightly} ${shown}`
        : [openness === null ? "" : words.open(openness), shown].filter((text) => text !== "").join(": ");
  const [first = "", ...rest] = wrap(
    `${SIGNS[verdict]} ${claim.line}: “${quoted}” ${words.verdict[verdict]}`,
    width,
    "  ",
  );
  return [
    paint(first),
    ...rest.map((line) => paint(line)),
    ...wrap(details, width - INDENT.length, "").map((line) => INDENT + line),
  ];
}

function valueText({ value, unit, destinations }: Evidence, { words, format, nameOf, currency }: Context): string {
  if (unit === "destinations") return destinations.length === 0 ? words.none : destinations.map(nameOf).join(", ");
  if (value === null) return UNDEFINED;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "object") {
    return unit === "points" ? words.points(format.points(value)) : format.percent(value);
  }
  if (unit === "rank") return words.place(format.count(value));
  if (unit === "years") return words.years(Number(value));
  return unit === "money" && typeof value === "bigint" ? `${format.units(value)} ${currency}` : format.count(value);
}
