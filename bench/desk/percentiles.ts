/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Latency {
  readonly samples: number;
  readonly minMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export function latencyOf(samples: readonly number[]): Latency {
  const at = (share: number) => Number(percentile(samples, share).toFixed(1));
  return { samples: samples.length, minMs: at(0), p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}
