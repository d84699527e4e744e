import { expectToSee, found } from '../expectation.ts';
import { act, answerByRegister, type OpenedTask, taskPath } from './desk.ts';
import type { Chapter } from './stage.ts';

/** Officers answer; the one of the tax department finds the matching record beside the question. */
export const review: Chapter = {
  zh: '人工核查',
  en: 'Review by officers',
  async play(stage) {
    const { caseId } = stage.followed;
    await stage.later(60);
    const tax = await stage.as('tax-officer');
    const path = taskPath(caseId, 'tax');
    await act(tax, path, 'claim');
    const { body: opened } = await tax.get<OpenedTask>(path);
    const record = found('the record beside the question', opened.enclosure?.records[0]);
    expectToSee('records beside the question', opened.enclosure?.records.length, 1);
    stage.say(
      `税务经办人签收待办，题旁已列出匹配记录：${record.documentNumber}（${record.behaviourKind}）`,
      'the tax officer takes the task and finds the matching record beside the question',
    );

    await stage.later(20);
    for (const departmentId of ['tax', 'market-supervision']) {
      const officer = await stage.as(`${departmentId}-officer`);
      const { answers } = await answerByRegister(officer, taskPath(caseId, departmentId));
      const withRecords = answers.filter(({ finding }) => finding === 'records').length;
      expectToSee(`entities of ${departmentId} with a record`, withRecords, departmentId === 'tax' ? 1 : 0);
      const { zh, en } = stage.department(departmentId);
      stage.say(
        `${zh}答复：${answers.length}项，其中有记录${withRecords}项`,
        `${en} answers: ${answers.length} cells, ${withRecords} with a record`,
      );
    }
    await stage.clock.settle();
  },
};
