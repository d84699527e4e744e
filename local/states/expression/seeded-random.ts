/**
 * The first nextDouble() of java.util.Random with the seed, which is what AWS's $random answers for it
 * (java.util.Random API: a linear congruential generator of 48 bits). At least 0, less than 1.
 */
export function seededRandom(seed: number): number {
  let state = (BigInt.asIntN(64, BigInt(Math.trunc(seed))) ^ 0x5deece66dn) & MASK;
  const next = (bits: bigint) => {
    state = (state * 0x5deece66dn + 0xbn) & MASK;
    return Number(state >> (48n - bits));
  };
  return (next(26n) * 2 ** 27 + next(27n)) / 2 ** 53;
}

const MASK = (1n << 48n) - 1n;
