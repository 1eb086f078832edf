/** An enterprise or VAT number without spaces and punctuation, in capitals: in whatever notation, it is the same. */
export function normalizeExporterId(text: string): string {
  return text.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();
}
