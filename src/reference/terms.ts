import { EXPORTER_SIZES, STATUSES, type ExporterSize, type Status } from "../domain/certificate.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** Texts that stand for a canonical value, each `null` when the text is not known. */
export interface Terms {
  readonly status: (text: string) => Status | null;
  readonly exporterSize: (text: string) => ExporterSize | null;
  /** A known certificate type by its code; `null` for a type that the table does not have. */
  readonly certificateType: (text: string) => string | null;
}

/** Reads the synonyms of statuses, size classes and certificate types in nl, fr, de, en and es. */
export function loadTerms(): Terms {
  const rows = readDataRows<"kind" | "value" | "language" | "term">("terms.csv");
  const table = (kind: string): ReadonlyMap<string, string> => {
    const terms = rows.filter((row) => row.kind === kind);
    return new Map([
      ...terms.map((row) => [fold(row.value), row.value] as const),
      ...terms.map((row) => [fold(row.term), row.value] as const),
    ]);
  };
  const statuses = table("status");
  const sizes = table("exporter_size");
  const types = table("certificate_type");
  return {
    status: (text) => STATUSES.find((status) => status === statuses.get(fold(text))) ?? null,
    exporterSize: (text) => EXPORTER_SIZES.find((size) => size === sizes.get(fold(text))) ?? null,
    certificateType: (text) => types.get(fold(text)) ?? null,
  };
}
