import type { ExporterSize } from "./certificate.ts";

/** What the size of an enterprise is told by, in hundredths: staff in annual work units, amounts in euros; `null` is not known. */
export interface EnterpriseFigures {
  readonly staff: bigint;
  readonly turnover: bigint | null;
  readonly balance: bigint | null;
}

const HUNDREDTHS = 100n;
const MILLION = 1_000_000n * HUNDREDTHS;

/** Fewer staff than the ceiling, and a turnover or a balance sheet total not above it. */
const CEILINGS = [
  { size: "micro", staff: 10n * HUNDREDTHS, turnover: 2n * MILLION, balance: 2n * MILLION },
  { size: "small", staff: 50n * HUNDREDTHS, turnover: 10n * MILLION, balance: 10n * MILLION },
  { size: "medium", staff: 250n * HUNDREDTHS, turnover: 50n * MILLION, balance: 43n * MILLION },
] as const;

/**
 * The size class by the ceilings of Commission Recommendation 2003/361/EC, Annex, Article 2. Staff decides first; of turnover and
 * balance sheet total one may be above its ceiling, and where neither is known staff decides alone. The figures are to be those of
 * the enterprise with its partners and links (Article 3), and a class is gained or lost after two years (Article 4): a
 * register that knows this states the class itself.
 */
export function enterpriseSize({ staff, turnover, balance }: EnterpriseFigures): ExporterSize {
  const within = CEILINGS.find(
    (ceiling) =>
      staff < ceiling.staff &&
      ((turnover === null && balance === null) ||
        (turnover !== null && turnover <= ceiling.turnover) ||
        (balance !== null && balance <= ceiling.balance)),
  );
  return within?.size ?? "large";
}
