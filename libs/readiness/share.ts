import type { Measurement } from './facts.js';

// Shares are compared as products of whole numbers; nothing is rounded before it is compared.

/** Negative, zero or positive as `a × b` is less than, equal to or greater than `c × d`: exact for whole numbers. */
function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether at least `percent` of what is required is available. */
export function isAtLeast(percent: number, { required, available }: Measurement): boolean {
  return compareProducts(available, 100, percent, required) >= 0;
}

/** Orders by available ÷ required, the lowest first; both `required` are above 0. */
export function compareShares(a: Measurement, b: Measurement): number {
  return compareProducts(a.available, b.required, b.available, a.required);
}

/** The share in percent, truncated to one decimal so that it never reads higher than its band. */
export function truncatedPercent({ required, available }: Measurement): number {
  const thousandfold = available * 1000;
  const permille = Number.isSafeInteger(thousandfold)
    ? Math.trunc(thousandfold / required)
    : Number((BigInt(available) * 1000n) / BigInt(required));
  return permille / 10;
}
