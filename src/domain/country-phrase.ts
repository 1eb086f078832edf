/** A country as it stands in a sentence of one language, with the article that it takes there. */
export interface CountryPhrase {
  /** As the subject: "de Verenigde Staten", "la Chine", "der Iran", "the Netherlands". */
  readonly name: string;
  /** Whether a verb with it is plural: "les États-Unis restent", but "the United States remains". */
  readonly plural: boolean;
  /** As the object: "den Iran". It differs from `name` in German only. */
  readonly object: string;
  /** "van China", "de l'Inde", "von der Türkei", "of Japan". */
  readonly of: string;
  /** Where goods go: "naar China", "aux États-Unis", "in die Türkei", "to Japan". */
  readonly to: string;
}

/** The phrase of a country by its alpha-2 code. */
export type CountryPhraseOf = (code: string) => CountryPhrase;
