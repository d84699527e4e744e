import { expectToSee } from '../expectation.ts';
import { taskOf } from './desk.ts';
import type { Chapter } from './stage.ts';

/** The department that does not answer in the chapters to come. */
export const LATE = 'construction';

/** Reminders go out at half and at 80 % of the promised time. */
export const reminder: Chapter = {
  zh: '催办',
  en: 'Reminders',
  async play(stage) {
    const { zh, en } = stage.department(LATE);
    const { clock, dueAt } = taskOf(await stage.readCase(stage.followed), LATE);
    for (const { percent, at } of clock.reminders) {
      await stage.clock.until(new Date(at));
      const task = taskOf(await stage.readCase(stage.followed), LATE);
      const sent = task.clock.reminders.find((one) => one.percent === percent)?.sentAt;
      expectToSee(`the reminder at ${percent} % of the time`, sent, at);
      stage.say(
        `${zh}尚未答复，承诺时限（${clock.workingDays}个工作日）已过${percent}%，发出催办`,
        `${en} has not answered: ${percent} % of its ${clock.workingDays} working days are over, a reminder goes out`,
      );
    }
    expectToSee('due after the reminders', Date.parse(dueAt) > stage.clock.now.getTime(), true);
  },
};
