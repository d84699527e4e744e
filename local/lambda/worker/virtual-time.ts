/**
 * Makes `Date` in this thread read a virtual clock: `new Date()`, `Date.now()`, `Date()`. Durations (`performance.now()`) and timers
 * stay real: they measure and bound work, they do not date it.
 */
export function followVirtualClock(shared: SharedArrayBuffer): void {
  const instant = new Float64Array(shared);
  const now = () => Math.floor(instant[0] ?? 0);
  const RealDate = Date;
  const virtual = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  Reflect.set(RealDate.prototype, 'constructor', virtual);
  globalThis.Date = virtual;
}
