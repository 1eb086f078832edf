import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** How alike the products of two exporters are: 0 when they have none in common, 1 when they have the same. */
export const productSimilarity: Measure<[own: number, others: number, common: number], Fraction | null> = {
  id: "product_similarity",
  title: "Similarity of products",
  unit: "fraction",
  formula: "HS headings (4 digits) that both have / headings that either has",
  undefinedWhen: "neither has a heading",
  source: "Jaccard index; Jaccard (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2)",
  compute(own, others, common) {
    return fraction(BigInt(common), BigInt(own + others - common));
  },
};
