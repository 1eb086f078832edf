/** Markup that is finished. Anything else is text and gets escaped: there is no other way into a page. */
export interface Markup {
  readonly markup: string;
}

/** What an element can hold; `null` is nothing. */
export type Content = string | number | Markup | null | readonly Content[];

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Elements of HTML that have no content and no end. */
const VOID: ReadonlySet<string> = new Set(["meta", "link", "br"]);

/** An element of HTML or SVG. An attribute that is `null` or `false` is left out, one that is `true` has no value. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const start = `<${name}${Object.entries(attributes).map(attributeText).join("")}>`;
  return { markup: VOID.has(name) ? start : `${start}${contentText(content)}</${name}>` };
}

/** The source of a style sheet or script of our own, which is not escaped. */
export function source(text: string): Markup {
  return { markup: text };
}

function attributeText([name, value]: readonly [string, string | number | boolean | null]): string {
  if (value === null || value === false) return "";
  return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
}

function contentText(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string" || typeof content === "number") return escape(String(content));
  return "markup" in content ? content.markup : content.map(contentText).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
