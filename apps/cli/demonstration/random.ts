/**
 * Whole numbers that look random and come in the same order in every load: the xorshift of Marsaglia with 32 bits of
 * state. Good enough to vary invented data; not for secrets.
 */
export class SeededRandom {
  constructor(private state: number) {}

  /** A 32-bit unsigned whole number. */
  nextUint32(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return this.nextUint32() % (most + 1);
  }

  /** A whole number from one to another, both among them. */
  between(least: number, most: number): number {
    return least + this.upTo(most - least);
  }

  /** Comes true so many times in a hundred. */
  chance(percent: number): boolean {
    return this.upTo(99) < percent;
  }

  oneOf<T>(things: readonly [T, ...T[]]): T {
    return things[this.upTo(things.length - 1)] ?? things[0];
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, place: this.nextUint32() }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }
}
