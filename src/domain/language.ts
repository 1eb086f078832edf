export const LANGUAGES = ["nl", "fr", "de", "en"] as const;
/** A language of the output. */
export type Language = (typeof LANGUAGES)[number];
