/** cents / units x report units, half-up to the cent; the rates are those of one day, in units for one euro. */
export function convertCents(cents: bigint, units: bigint, reportUnits: bigint): bigint {
  return (2n * cents * reportUnits + units) / (2n * units);
}
