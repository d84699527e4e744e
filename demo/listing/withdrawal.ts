import { expectRefusal, expectToSee } from '../expectation.ts';
import { answerByRegister, taskPath } from './desk.ts';
import type { Chapter } from './stage.ts';

/** The enterprise takes an application back: every open question is closed at once. */
export const withdrawal: Chapter = {
  zh: '撤回',
  en: 'Withdrawal',
  async play(stage) {
    await stage.later(60);
    const second = await stage.apply({ purpose: { kind: 'bond', board: 'bse' } });
    const open = second.tasks.filter(({ status }) => status === 'OPEN').length;
    stage.say(
      `企业另提一件申请（发行债券），办件编号 ${second.caseNumber}，${open}个部门收到待办`,
      `the enterprise applies once more, for a bond; ${open} departments are asked`,
    );

    await stage.later(90);
    await (await stage.enterprise()).post(`/v1/cases/${second.caseId}/withdrawal`, undefined);
    const { status, tasks } = await stage.readCase(second);
    expectToSee('the withdrawn case', status, 'WITHDRAWN');
    expectToSee(
      'its questions',
      tasks.map((task) => task.status),
      tasks.map(() => 'CLOSED'),
    );
    stage.say(
      `企业撤回：${tasks.length}个待办当即全部关闭`,
      `the enterprise withdraws it: all ${tasks.length} questions are closed at once`,
    );

    const officer = await stage.as('environment-officer');
    await expectRefusal('an answer after the withdrawal', 409, () =>
      answerByRegister(officer, taskPath(second.caseId, 'environment')),
    );
    stage.say('此后部门再答复，被拒绝（409）', 'a department that answers now is refused (409)');
    await stage.clock.settle();
  },
};
