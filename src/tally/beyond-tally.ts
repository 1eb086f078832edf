/** Thrown where the short way cannot be sure to give what the engine gives: then the engine does the work. */
export class BeyondTally extends Error {
  override readonly name = "BeyondTally";
}
