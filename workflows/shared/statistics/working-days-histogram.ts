/** How many took so many working days. Whole days are few, so that every quantile is exact and not estimated. */
export type Histogram = ReadonlyMap<number, number>;

/**
 * The least number of working days within which at least this share was done (nearest rank: always a number that occurred);
 * undefined of nothing.
 */
export function quantile(histogram: Histogram, percent: number): number | undefined {
  const rows = [...histogram].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const rank = Math.max(1, Math.ceil((total * percent) / 100));
  let passed = 0;
  return rows.find(([, count]) => {
    passed += count;
    return passed >= rank;
  })?.[0];
}

/** All of several together. */
export function merged(histograms: readonly Histogram[]): Histogram {
  const sum = new Map<number, number>();
  for (const [days, count] of histograms.flatMap((one) => [...one])) {
    sum.set(days, (sum.get(days) ?? 0) + count);
  }
  return sum;
}
