/** By what the table of exporters can be split: exporters to a destination, of an HS chapter or subheading, or of a theme. */
export const EXPORTER_GROUPINGS = ["destination", "hs2", "hs6", "theme"] as const;
export type ExporterGrouping = (typeof EXPORTER_GROUPINGS)[number];
