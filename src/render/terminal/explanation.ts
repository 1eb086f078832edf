import { figureId } from "../../domain/figure.ts";
import { fractionToDecimal } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import type { ComputedFigure } from "../../report/compute-figure.ts";
import type { Explanation } from "../../report/explanation.ts";
import type { NameOf } from "../../report/tables.ts";
import { policyTexts } from "../document/policy-words.ts";
import { explainWordsOf } from "../explain-words.ts";
import { createFormatter } from "../format.ts";
import { inPeriod } from "../period-words.ts";
import { compositionName } from "../scope-text.ts";
import type { Style } from "../style.ts";
import { renderTextTable } from "../text-table.ts";
import { wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";

export interface ExplanationOptions {
  readonly language: Language;
  readonly nameOf: NameOf;
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
}

/** The formulas whose numbers stand for the inputs, in their order. */
const WORKED: Readonly<Record<string, (...values: readonly string[]) => string>> = {
  value_per_certificate: (value, count) => `${value} / ${count}`,
  change: (now, before) => `${now} - ${before}`,
  growth: (now, before) => `${now} / ${before} - 1`,
  share: (part, whole) => `${part} / ${whole}`,
  share_change: (now, before) => `${now} - ${before}`,
  contribution: (now, before, total) => `(${now} - ${before}) / ${total}`,
  rank_change: (now, before) => `${before} - ${now}`,
  effective_number: (hhi) => `1 / ${hhi}`,
};

/** How a figure came about, for a terminal; the query stands at the end, to be copied. */
export function renderExplanationTerminal(explanation: Explanation, options: ExplanationOptions): string {
  const { language, nameOf, width, style } = options;
  const words = wordsOf(language);
  const say = explainWordsOf(language);
  const format = createFormatter(language);
  const { figure, info, workedInputs, provenance, sql, sqlOptions } = explanation;
  const { selection, currency } = provenance;

  /** All digits: what stands in a formula must be able to be recomputed. */
  const exact = (value: ComputedFigure["value"]): string => {
    if (value === null) return say.undefined;
    if (typeof value === "boolean") return value ? say.yes : say.no;
    if (typeof value === "bigint") return format.money(value);
    if (typeof value === "number") return format.count(value);
    return format.decimalText(fractionToDecimal(value, 9));
  };
  const rounded = (): string => {
    const { value } = explanation;
    if (typeof value === "bigint") return `${format.money(value)} ${currency}`;
    if (value === null || typeof value !== "object" || info.unit === "number") return exact(value);
    const text =
      info.unit === "percentage points"
        ? format.points(value)
        : format.percent(value, { signed: info.id === "growth" });
    return `${text} (${say.rounded} ${exact(value)})`;
  };

  const worked = WORKED[info.id];
  const numbers = workedInputs.every(({ value }) => value !== null)
    ? worked?.(...workedInputs.map(({ value }) => exact(value)))
    : undefined;
  const field = (label: string, text: string): readonly string[] => wrap(`${style.faint(label)} ${text}`, width);
  const destination = figure.destination === null ? words.scope[selection.scope] : nameOf(figure.destination);
  const lines = [
    style.strong(figureId(figure)),
    style.faint(
      [
        inPeriod(figure.period, language, (month) => format.month(month)),
        destination,
        ...provenance.chambers.map(printable),
      ].join(" · "),
    ),
    "",
    style.strong(rounded()),
    "",
    ...field(say.formula, info.formula),
    ...(numbers === undefined ? [] : [`  = ${numbers}`]),
    ...field(say.undefinedWhen, info.undefinedWhen),
    ...field(say.source, info.source),
    "",
    ...(workedInputs.length === 0
      ? field(say.certificates, format.count(explanation.certificates))
      : [
          style.heading(say.figures),
          ...renderTextTable(
            [
              { header: say.figure, align: "left" },
              { header: say.value, align: "right" },
              { header: say.certificates, align: "right" },
            ],
            workedInputs.map((input) => [figureId(input.figure), exact(input.value), format.count(input.certificates)]),
            width,
            style.faint,
          ),
        ]),
    "",
    style.heading(say.scope),
    ...wrap(
      [
        words.scope[selection.scope],
        ...(selection.scope === "all" ? [] : [compositionName(selection.eu, words)]),
        currency,
        `${selection.from ?? ""} – ${selection.to ?? ""}`,
      ]
        .filter((part) => part !== " – ")
        .join(" · "),
      width,
    ),
    "",
    style.heading(say.files),
    ...provenance.inputs.flatMap(({ name, sha256, rows }) => [
      `${printable(name)}  ${say.rows(format.count(rows))}`,
      style.faint(`  sha256 ${sha256}`),
    ]),
    "",
    style.heading(`${say.sql} ${["origo sql", ...sqlOptions.map(quoted)].join(" ")}`),
    sql,
    "",
    style.heading(say.policy),
    ...policyTexts(language).flatMap((text) => wrap(`• ${text}`, width)),
  ];
  return `${lines.join("\n")}\n`;
}

/** An argument as a shell takes it. */
function quoted(argument: string): string {
  return /^[\w.-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
