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

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, place: this.nextUint32() }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }
}
