/** The canonical fields that a source column can be mapped onto; see the README for their meaning. */
export const FIELDS = [
  "certificate_number",
  "issue_date",
  "chamber",
  "certificate_type",
  "status",
  "replaces",
  "exporter_id",
  "exporter_name",
  "exporter_size",
  "destination",
  "origin",
  "hs_code",
  "goods",
  "value",
  "currency",
] as const;
export type Field = (typeof FIELDS)[number];

export const STATUSES = ["issued", "cancelled", "refused", "draft"] as const;
export type Status = (typeof STATUSES)[number];

/** Size classes of EU recommendation 2003/361. */
export const EXPORTER_SIZES = ["micro", "small", "medium", "large"] as const;
export type ExporterSize = (typeof EXPORTER_SIZES)[number];

/** The code of a destination that is no country (ship stores, continental shelf): its own line in every table. */
export const NOT_A_COUNTRY = "XX";

export const DEFAULT_CURRENCY = "EUR";
export const DEFAULT_CERTIFICATE_TYPE = "CO";
