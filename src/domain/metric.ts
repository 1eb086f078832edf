/** The quantities that are added up, and that growth, shares and superlatives are about. A superlative always names its own. */
export const METRICS = ["certificates", "goods_value"] as const;
export type Metric = (typeof METRICS)[number];
