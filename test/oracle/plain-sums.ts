/** Adds up with BigInt and maps: slow, obvious, exact. */
import type { Adder, Totals } from "./sums.ts";

export const plainAdder: Adder = {
  totals(certificates, keyOf) {
    const totals = new Map<string, Totals>();
    for (const certificate of certificates) {
      const sum = totals.get(keyOf(certificate)) ?? { certificates: 0, valued: 0, cents: null };
      const { cents } = certificate;
      totals.set(keyOf(certificate), {
        certificates: sum.certificates + 1,
        valued: sum.valued + (cents === null ? 0 : 1),
        cents: cents === null ? sum.cents : (sum.cents ?? 0n) + cents,
      });
    }
    return totals;
  },
  distinct(pairs) {
    const things = new Map<string, Set<string>>();
    for (const [key, thing] of pairs) things.set(key, (things.get(key) ?? new Set()).add(thing));
    return new Map([...things].map(([key, set]) => [key, set.size]));
  },
};
