/** What stands for a tag, an entity or a sign of Markdown: as many spaces, so that every offset stays true. */
function blank(match: string): string {
  return " ".repeat(match.length);
}

/** Tags after which a new line of text begins. */
const BLOCK =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer|title|blockquote)\b[^<>]{0,400}>/giu;

/**
 * Takes the simple markup out of a text: tags, comments, styles, scripts, the entities that stand for a space or an ampersand, and the
 * emphasis, headings and links of Markdown. The text keeps its length and its lines.
 */
export function stripMarkup(text: string): string {
  const plain = text.includes("<") && text.includes(">") ? withoutTags(text) : text;
  return (
    plain
      .replace(/&(?:nbsp|thinsp|#160|#xa0|#8239);/giu, blank)
      .replace(/&(amp|quot|apos|lt|gt|#39);/giu, blank)
      .replace(/&euro;/giu, (match) => `€${" ".repeat(match.length - 1)}`)
      .replace(/\]\([^()\s]{0,500}\)/gu, blank)
      // The mark between the items of a ticker ends a sentence.
      .replace(/\+{3}/gu, " . ")
      .replace(/(?:\*\*|__|`|\[)/gu, blank)
  );
}

function withoutTags(text: string): string {
  return text
    .replace(/<!--.*?-->/gsu, keepLines)
    .replace(/<(style|script)\b.*?<\/\1>/gisu, keepLines)
    .replace(BLOCK, (match) => `\n${keepLines(match.slice(1))}`)
    .replace(/<\/?[a-z][^<>]{0,400}>/giu, keepLines);
}

function keepLines(match: string): string {
  return match.replace(/[^\n]/gu, " ");
}
