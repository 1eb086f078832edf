/** By what the table of exporters can be split: exporters to a destination, or of an HS chapter or subheading. */
export const EXPORTER_GROUPINGS = ["destination", "hs2", "hs6"] as const;
export type ExporterGrouping = (typeof EXPORTER_GROUPINGS)[number];
