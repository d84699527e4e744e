import { monthsOf } from '../../../workflows/shared/statistics/month.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';

interface Asked {
  readonly month?: string | undefined;
  readonly fromMonth?: string | undefined;
  readonly toMonth?: string | undefined;
}

/** The months asked for; the present one where none is. */
export interface AskedMonths {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly months: readonly string[];
}

/** The contract holds the three parameters against each other. */
export function askedMonths({ month, fromMonth, toMonth }: Asked, now: Date): AskedMonths {
  const one = month ?? localDateOf(now).slice(0, 7);
  const [from, to] = [fromMonth ?? one, toMonth ?? one];
  return { fromMonth: from, toMonth: to, months: monthsOf(from, to) };
}
