import { periodId } from "../domain/period-id.ts";
import type { Language } from "../domain/language.ts";
import { printable } from "../domain/printable.ts";
import type { FieldChange } from "../domain/vintage.ts";
import type { FindingChange } from "../report/diff/finding-changes.ts";
import { newsworthyFigures } from "../report/diff/newsworthy.ts";
import { areSameBytes, isIdentical, type VintageDiff } from "../report/diff/vintage-diff.ts";
import type { NameOf } from "../report/tables.ts";
import { figureName, figureTexts, signedPercent } from "./diff-text.ts";
import { diffWordsOf, type DiffWords } from "./diff-words.ts";
import { findingTexts } from "./finding-text.ts";
import { createFormatter, UNDEFINED, type Formatter } from "./format.ts";
import { compositionName } from "./scope-text.ts";
import type { Style } from "./style.ts";
import { renderTextTable } from "./text-table.ts";
import { filterLine, wordsOf, type Words } from "./words.ts";
import { wrap } from "./wrap.ts";

interface Options {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
}

const MAX_WIDTH = 120;
/** How much of each part is shown. */
const SHOWN = { causes: 12, figures: 15, findings: 6, certificates: 6 };
/** A cell that is longer is cut. */
const LONGEST_TEXT = 60;

interface Context extends Options {
  readonly diff: VintageDiff;
  readonly nameOf: NameOf;
  readonly words: DiffWords;
  readonly common: Words;
  readonly format: Formatter;
}

/** What differs between two vintages, for a terminal: certificates, years and causes, figures, findings, the largest changes. */
export function renderDiffTerminal(diff: VintageDiff, nameOf: NameOf, options: Options): string {
  const { language, style } = options;
  const context: Context = {
    diff,
    nameOf,
    words: diffWordsOf(language),
    common: wordsOf(language),
    format: createFormatter(language),
    ...options,
    width: Math.min(MAX_WIDTH, options.width),
  };
  const { words } = context;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.certificates, renderKinds(context)],
    [words.years, renderYears(context)],
    [words.causes, renderCauses(context)],
    [words.figures, renderFigures(context)],
    [words.findings, renderFindings(context)],
    [words.largest, renderLargest(context)],
  ];
  const shown = isIdentical(diff) ? sections.slice(0, 1) : sections;
  const lines = [
    ...renderTitle(context),
    ...shown.flatMap(([title, body]) => (body.length === 0 ? [] : ["", style.heading(title), ...body])),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function renderTitle({ diff, words, common, format, style, width }: Context): readonly string[] {
  const { basis, asked, old, new: newer } = diff;
  const { chambers, currency, selection } = newer.provenance;
  const { match } = basis;
  const scope = selection.scope === "all" ? [] : [compositionName(selection.eu, common)];
  const days = basis.common === null ? [] : [words.common(basis.common.from, basis.common.to)];
  const missing = (["old", "new"] as const).flatMap((side) => {
    const fields = basis.notCompared.filter(({ missingIn }) => missingIn === side);
    return fields.length === 0
      ? []
      : [words.notCompared(fields.map(({ field }) => words.field[field]).join(", "), words.side[side])];
  });
  const evidence =
    match.shared === 0
      ? words.noNumbers
      : words.numbers(
          format.count(match.shared),
          format.percent({ numerator: BigInt(match.agreeing), denominator: BigInt(match.shared) }, { digits: 0 }),
        );
  const notes = [
    `${words.match(match.by, asked !== null)}${words.colon}${evidence}`,
    ...(basis.byMonth === null ? [] : [words.byMonth(words.side[basis.byMonth])]),
    ...missing,
  ];
  return [
    ...wrap([`${printable(old.name)} → ${printable(newer.name)}`, ...chambers.map(printable)].join(" · "), width).map(
      style.strong,
    ),
    ...wrap([common.scope[selection.scope], ...scope, currency, ...days].join(" · "), width).map(style.faint),
    ...filterLine(selection.where, common).map(style.faint),
    ...(isIdentical(diff)
      ? ["", words.identical, ...(areSameBytes(diff) ? [words.sameBytes] : [])]
      : notes.flatMap((note) => wrap(note, width)).map(style.faint)),
  ];
}

function renderKinds({ diff, words, format, width, style }: Context): readonly string[] {
  const beyond = diff.kinds.some(({ outside }) => outside > 0);
  const rows = diff.kinds.map(({ kind, certificates, counted, outside }) => [
    words.kind[kind],
    format.count(certificates),
    format.count(counted),
    ...(beyond ? [outside === 0 ? "" : format.count(outside)] : []),
  ]);
  const fields = diff.fields.map(({ field, certificates }) => `${words.field[field]} ${format.count(certificates)}`);
  return [
    ...renderTextTable(
      [
        { header: "", align: "left" },
        { header: words.number, align: "right" },
        { header: words.inFigures, align: "right" },
        ...(beyond ? [{ header: words.outside, align: "right" } as const] : []),
      ],
      rows,
      width,
      style.faint,
    ),
    ...(fields.length === 0 ? [] : wrap(`${words.differing}${words.colon}${fields.join(", ")}.`, width)),
  ];
}

function renderYears({ diff, words, common, format, width, style }: Context): readonly string[] {
  const right = (header: string) => ({ header, align: "right" }) as const;
  const rows = diff.years.map(({ year, old, new: now, causes }) => {
    const money = (cents: bigint | null | undefined): string => (cents == null ? UNDEFINED : format.units(cents));
    const ratio =
      old?.goodsCents == null || now?.goodsCents == null || old.goodsCents === 0n
        ? null
        : { numerator: now.goodsCents - old.goodsCents, denominator: old.goodsCents };
    const change = causes.reduce((sum, cause) => sum + cause.certificates, 0);
    return [
      String(year),
      old === null ? UNDEFINED : format.count(old.certificates),
      now === null ? UNDEFINED : format.count(now.certificates),
      old === null || now === null ? "" : signed(change, format),
      money(old?.goodsCents),
      money(now?.goodsCents),
      ratio === null ? "" : ratio.numerator === 0n ? "0" : signedPercent(ratio, format),
    ];
  });
  const uneven = diff.years.filter(({ comparable }) => !comparable).map(({ year }) => year);
  return [
    ...renderTextTable(
      [
        { header: common.term.year, align: "left" },
        right(`${common.certificatesShort} ${words.was}`),
        right(words.now),
        right("±"),
        right(`${common.valueShort} ${words.was}`),
        right(words.now),
        right("±"),
      ],
      rows,
      width,
      style.faint,
    ),
    ...(uneven.length === 0 ? [] : wrap(words.notCovered(uneven.join(", ")), width).map(style.faint)),
  ];
}

function renderCauses({ diff, words, common, format, width, style }: Context): readonly string[] {
  const all = diff.years.toReversed().flatMap(({ causes }) => causes);
  const rows = all
    .slice(0, SHOWN.causes)
    .map(({ year, cause, affected, certificates, goodsCents }) => [
      String(year),
      words.cause[cause],
      format.count(affected),
      signed(certificates, format),
      `${goodsCents > 0n ? "+" : ""}${format.money(goodsCents)}`,
    ]);
  if (rows.length === 0) return [];
  return [
    ...renderTextTable(
      [
        { header: common.term.year, align: "left" },
        { header: words.causeHeading, align: "left" },
        { header: words.number, align: "right" },
        { header: `± ${common.certificatesShort}`, align: "right" },
        { header: `± ${common.valueShort}`, align: "right" },
      ],
      rows,
      width,
      style.faint,
    ),
    ...leftOut(all.length - rows.length, words.moreCauses, format),
  ];
}

function renderFigures({ diff, nameOf, words, common, format, language, width, style }: Context): readonly string[] {
  const rows = newsworthyFigures(diff.figures)
    .slice(0, SHOWN.figures)
    .map((change) => {
      const { old, now, change: difference } = figureTexts(change, language);
      const { period, destination } = change.figure;
      const name = [periodId(period), ...(destination === null ? [] : [nameOf(destination)])].join(" ");
      return [`${name}${words.colon}${figureName(change.figure, words, common)}`, old, "→", now, difference];
    });
  if (rows.length === 0) return [];
  return [
    ...renderTextTable(
      [
        { header: words.figureHeading, align: "left", shrinkTo: 24 },
        { header: words.was, align: "right" },
        { header: "", align: "left" },
        { header: words.now, align: "left" },
        { header: words.change, align: "right" },
      ],
      rows,
      width,
      style.faint,
    ),
    ...leftOut(diff.figures.length - rows.length, words.moreFigures, format),
  ];
}

function renderFindings({ diff, nameOf, words, common, format, language, width }: Context): readonly string[] {
  const context = { language, words: common, format, nameOf, currency: diff.new.provenance.currency };
  const sentences = (finding: FindingChange["old"]): string =>
    finding === null ? UNDEFINED : findingTexts(finding, context).join(" ");
  // What differs only beyond the digits that a sentence has is no news; what holds no longer comes before other numbers in what does.
  const told = diff.findings
    .filter((change) => sentences(change.old) !== sentences(change.new))
    .toSorted((a, b) => Number(a.old?.kind === a.new?.kind) - Number(b.old?.kind === b.new?.kind));
  return [
    ...told
      .slice(0, SHOWN.findings)
      .flatMap(({ year, old, new: now }) => [
        ...(old === null ? [] : wrap(`- ${year}${words.colon}${sentences(old)}`, width)),
        ...(now === null ? [] : wrap(`+ ${year}${words.colon}${sentences(now)}`, width)),
      ]),
    ...leftOut(told.length - SHOWN.findings, words.moreFindings, format),
  ];
}

function renderLargest({ diff, nameOf, words, common, format, width }: Context): readonly string[] {
  const certificates = byCertificate(diff.largest);
  const changed = diff.kinds
    .filter(({ kind }) => kind !== "unchanged")
    .reduce((sum, { certificates: number, outside }) => sum + number - outside, 0);
  const shown = certificates.slice(0, SHOWN.certificates);
  return [
    ...shown.flatMap(([first, ...rest]) => {
      if (first === undefined) return [];
      const numbers = [...new Set([first.oldNumber, first.newNumber])].flatMap((number) => number ?? []);
      const what = [
        first.issueDate ?? UNDEFINED,
        first.destination === null ? UNDEFINED : nameOf(first.destination),
        numbers.map(printable).join(" → "),
        words.kind[first.kind],
      ].join(" · ");
      return [
        ...wrap(what, width),
        ...fieldsToShow([first, ...rest]).map((field) => `    ${fieldText(field, { words, common })}`),
      ];
    }),
    ...leftOut(changed - shown.length, words.moreCertificates, format),
  ];
}

/** The rows of each certificate together; they follow each other. */
function byCertificate(rows: readonly FieldChange[]): readonly (readonly FieldChange[])[] {
  const groups = new Map<string, FieldChange[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.chamber, row.oldNumber, row.newNumber]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** The value as stated says what the goods value would say again. */
function fieldsToShow(rows: readonly FieldChange[]): readonly FieldChange[] {
  return rows.some(({ field }) => field === "value") ? rows.filter(({ field }) => field !== "goods_value") : rows;
}

function fieldText(
  { field, old, new: now }: FieldChange,
  { words, common }: Pick<Context, "words" | "common">,
): string {
  const text = (value: string | null): string => {
    if (value === null) return UNDEFINED;
    const safe = field === "class" ? className(value, common) : printable(value);
    return safe.length > LONGEST_TEXT ? `${safe.slice(0, LONGEST_TEXT - 1)}…` : safe;
  };
  return `${words.field[field]}${words.colon}${text(old)} → ${text(now)}`;
}

/** What became of a certificate, as the balance says it. */
function className(name: string, { balance }: Words): string {
  switch (name) {
    case "superseded":
      return balance.superseded;
    case "not-issued":
      return balance.notIssued;
    case "rejected":
      return balance.rejected;
    default:
      return balance.counted;
  }
}

function signed(count: number, format: Formatter): string {
  return `${count > 0 ? "+" : ""}${format.count(count)}`;
}

function leftOut(count: number, say: (count: string) => string, format: Formatter): readonly string[] {
  return count > 0 ? [say(format.count(count))] : [];
}
