/** By what certificates can be added up, besides time. */
export const DIMENSIONS = ["destination", "exporter", "exporter_size", "chamber", "certificate_type"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
