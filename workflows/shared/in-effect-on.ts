interface Version {
  readonly effectiveOn: string;
}

/** Of the versions of a rule the one that took effect last, on a local date. Throws where none had. */
export function inEffectOn<T extends Version>(versions: readonly T[], on: string, what: string): T {
  const held = versions.filter(({ effectiveOn }) => effectiveOn <= on);
  const latest = held.reduce<T | undefined>(
    (last, next) => (last === undefined || next.effectiveOn >= last.effectiveOn ? next : last),
    undefined,
  );
  if (latest === undefined) throw new Error(`no version of ${what} is in effect on ${on}`);
  return latest;
}
