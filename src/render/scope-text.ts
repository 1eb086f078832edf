import type { EuConvention } from "../domain/scope.ts";
import type { Words } from "./words.ts";

/** The composition of the Union that is in force, in words. */
export function compositionName(eu: EuConvention, words: Words): string {
  switch (eu.kind) {
    case "issue-date":
      return words.euComposition.issueDate;
    case "current":
      return words.euComposition.current;
    case "fixed":
      return words.euComposition.fixed(eu.date);
  }
}
