/** Numbers things from 0, in the order in which they come up. */
export class Numbering<Thing> {
  readonly things: Thing[] = [];
  readonly #numbers = new Map<Thing, number>();

  get size(): number {
    return this.things.length;
  }

  numberOf(thing: Thing): number {
    let number = this.#numbers.get(thing);
    if (number === undefined) {
      number = this.things.push(thing) - 1;
      this.#numbers.set(thing, number);
    }
    return number;
  }
}

/** What all files of a tally have in common: the numbers of what their texts mean. */
export interface Numberings {
  readonly chambers: Numbering<string | null>;
  readonly destinations: Numbering<string>;
  readonly exporters: Numbering<string>;
  /** HS subheadings. */
  readonly products: Numbering<string>;
  /** Other currencies than that of the report. */
  readonly currencies: Numbering<string>;
}

export function newNumberings(): Numberings {
  return {
    chambers: new Numbering(),
    destinations: new Numbering(),
    exporters: new Numbering(),
    products: new Numbering(),
    currencies: new Numbering(),
  };
}
