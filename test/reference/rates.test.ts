import { describe, expect, it } from "vitest";

import { dayRates } from "../../src/reference/rates.ts";

const rateOn = (currency: string, day: string): bigint | undefined => dayRates([currency], day, day)[0]?.rate;

/** The expected rates are the European Central Bank's, looked up in its published history. */
describe("day rates", () => {
  it("are the published rate of the day, in millionths", () => {
    expect(rateOn("USD", "2017-12-29")).toBe(1_199_300n);
    expect(rateOn("JPY", "2017-12-29")).toBe(135_010_000n);
    expect(rateOn("GBP", "2026-04-13")).toBe(870_580n);
  });

  it("are the last published one on weekends and holidays", () => {
    expect(rateOn("USD", "2017-12-30")).toBe(1_199_300n);
    expect(rateOn("USD", "2018-01-01")).toBe(1_199_300n);
  });

  it("end ten days after the last publication", () => {
    expect(rateOn("RUB", "2022-03-01")).toBeDefined();
    expect(rateOn("RUB", "2022-03-11")).toBe(rateOn("RUB", "2022-03-01"));
    expect(rateOn("RUB", "2022-03-12")).toBeUndefined();
    expect(rateOn("ISK", "2010-06-01")).toBeUndefined();
    expect(rateOn("USD", "2026-12-01")).toBeUndefined();
  });

  it("do not exist before 1999, for unknown currencies or for the euro itself", () => {
    expect(rateOn("USD", "1998-12-31")).toBeUndefined();
    expect(rateOn("XYZ", "2017-01-02")).toBeUndefined();
    expect(rateOn("EUR", "2017-01-02")).toBeUndefined();
  });

  it("cover every day of a range once for each currency", () => {
    const rates = dayRates(["USD", "GBP"], "2017-01-01", "2017-12-31");
    expect(rates).toHaveLength(2 * 365);
    expect(new Set(rates.map(({ currency, day }) => currency + day)).size).toBe(2 * 365);
  });
});
