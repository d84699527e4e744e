import { useClock } from '../shell/clock-bar.tsx';

/** The platform's clock where it is a virtual one, otherwise this device's. */
export function useNow(): Date {
  const { data: clock } = useClock();
  return clock?.virtual ? new Date(clock.now) : new Date();
}
