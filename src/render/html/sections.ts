import { figureId } from "../../domain/figure.ts";
import type { YearFacts } from "../../report/yearly-report.ts";
import type { DocumentContext } from "../document/context.ts";
import { comparedMonths, type Headline } from "../document/headline.ts";
import type { DocumentCell } from "../document/table.ts";
import { UNDEFINED } from "../format.ts";
import { unbroken } from "../unbroken.ts";
import { element, type Markup } from "./markup.ts";

/** A part of a page, under a heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: readonly Markup[];
}

export function renderSection({ id, title, content }: Section): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    content,
  );
}

/** The key figures of the year. */
export function renderHeadlines(headlines: readonly Headline[], context: DocumentContext<YearFacts>): Markup {
  const note = comparedMonths(context);
  return element(
    "section",
    { "aria-label": context.documentWords.keyFigures },
    element(
      "dl",
      { class: "headlines" },
      headlines.map((headline) => renderHeadline(headline, context)),
    ),
    ...paragraphs(note === null ? [] : [note], "warning"),
  );
}

function renderHeadline({ label, value, growth, before }: Headline, { report }: DocumentContext<YearFacts>): Markup {
  return element(
    "div",
    {},
    element("dt", {}, label),
    element("dd", { class: "amount" }, renderFigure(value)),
    growth === null || growth.text === UNDEFINED
      ? null
      : element("dd", { class: growth.direction }, renderFigure(growth)),
    before === null ? null : element("dd", { class: "before" }, `${report.year - 1}: `, renderFigure(before)),
  );
}

function renderFigure({ text, figure }: DocumentCell): Markup {
  return element("span", { "data-figure": figure && figureId(figure) }, text);
}

/** Sentences, a paragraph each. */
export function paragraphs(texts: readonly string[], className: string | null = null): readonly Markup[] {
  return texts.map((text): Markup => element("p", { class: className }, unbroken(text)));
}
