import type { DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import { expectRefusal, expectToSee } from '../expectation.ts';
import { localTime } from '../working-time.ts';
import { act, answerByRegister, taskOf, taskPath } from './desk.ts';
import { LATE } from './reminder.ts';
import type { Chapter, Stage } from './stage.ts';

/** What is overdue goes to the office, which extends it once; the late department answers within the extension. */
export const escalation: Chapter = {
  zh: '督办与延期',
  en: 'Escalation with extension',
  async play(stage) {
    const { caseId } = stage.followed;
    const path = taskPath(caseId, LATE);
    const { dueAt } = taskOf(await stage.readCase({ caseId }), LATE);
    await stage.clock.until(new Date(Date.parse(dueAt) + 1000));
    expectToSee('what the office has to see to', await overdueDepartments(stage), [LATE]);
    stage.say(
      '承诺时限届满仍未答复，自动转联席会议办公室督办',
      'the promised time is over: the question is on the desk of the office as well',
    );

    await stage.untilNextWorkingDay('09:30');
    const office = await stage.as('office');
    const extension = { workingDays: 2, reason: '需现场核查（演示）' };
    const extended = await act(office, path, 'extension', extension);
    await stage.clock.settle();
    expectToSee('what the office has to see to', await overdueDepartments(stage), []);
    stage.say(
      `办公室延期2个工作日，理由：需现场核查；新到期日 ${localTime(new Date(extended.dueAt))}`,
      'the office extends it by 2 working days, with its reason; nothing is overdue any more',
    );
    await expectRefusal('an extension of what is not overdue', 409, () =>
      act(office, path, 'extension', extension),
    );

    await stage.untilNextWorkingDay('10:00');
    await answerByRegister(await stage.as(`${LATE}-officer`), path);
    await stage.clock.settle();
    const { zh, en } = stage.department(LATE);
    stage.say(`${zh}在延期内答复`, `${en} answers within the extension`);
  },
};

async function overdueDepartments(stage: Stage): Promise<string[]> {
  const office = await stage.as('office');
  const { body } = await office.get<{ items: DeskTaskSummary[] }>('/v1/desk/escalations');
  return body.items.map(({ departmentId }) => departmentId);
}
