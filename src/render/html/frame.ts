import { createHash } from "node:crypto";

import type { Language } from "../../domain/language.ts";
import type { DocumentWords } from "../document/words.ts";
import { element, source, type Content } from "./markup.ts";

/** What a page is made of. */
export interface PageParts {
  readonly language: Language;
  readonly documentWords: DocumentWords;
  readonly title: string;
  readonly style: string;
  /** `null` for a page that only has to be read. */
  readonly script: string | null;
  readonly header: Content;
  readonly main: Content;
}

/** A page that needs nothing else: style, script and charts are in it, and its policy forbids it to fetch anything. */
export function renderPage({ language, documentWords, title, style, script, header, main }: PageParts): string {
  const document = element(
    "html",
    { lang: language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: contentPolicy(style, script) }),
      element("meta", { name: "generator", content: "origo" }),
      element("title", {}, title),
      element("link", { rel: "icon", href: "data:," }),
      element("style", {}, source(style)),
    ),
    element(
      "body",
      {},
      element("header", {}, header),
      element("main", {}, main),
      element("footer", {}, `${documentWords.madeWith} origo`),
      script === null ? null : element("script", {}, source(script)),
    ),
  );
  return `<!doctype html>\n${document.markup}\n`;
}

/** Only this style and this script, by their fingerprints; nothing from anywhere. */
function contentPolicy(style: string, script: string | null): string {
  return [
    "default-src 'none'",
    `style-src '${fingerprint(style)}'`,
    ...(script === null ? [] : [`script-src '${fingerprint(script)}'`]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function fingerprint(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
