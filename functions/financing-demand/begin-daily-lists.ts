import { BeginDailyLists } from '../../workflows/financing-demand/list/steps.ts';
import { isWorkingDay, localDateOf } from '../../workflows/shared/working-days.ts';
import { stepFunctions } from '../shared/aws/step-functions.ts';
import { extended, type Services } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { type ListMachine, listMachine } from './client/list-machine.ts';

interface ScheduleServices extends Pick<Services, 'calendars' | 'now'> {
  readonly listMachine: ListMachine;
}

/** Every day at 09:00: begins the day's lists where people work on it, make-up workdays included; of a day once. */
export async function beginDailyLists(
  _: unknown,
  { calendars, listMachine: machine, now }: ScheduleServices,
): Promise<{ on: string; begun: boolean }> {
  const on = localDateOf(now());
  if (!isWorkingDay(await calendars.read(), on)) return { on, begun: false };
  await machine.start(on);
  return { on, begun: true };
}

export const handler = task(BeginDailyLists, beginDailyLists, () =>
  extended({ listMachine: listMachine(stepFunctions()) }),
);
