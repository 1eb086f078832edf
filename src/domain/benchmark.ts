/** What growth is held against, such as the exports of a country: years, and the value of each item in them, in one unit. */
export interface Benchmark {
  /** The file that it was read from. */
  readonly name: string;
  readonly years: ReadonlyMap<number, ReadonlyMap<string, bigint>>;
}
