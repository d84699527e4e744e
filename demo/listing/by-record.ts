import { expectToSee } from '../expectation.ts';
import { demonstrationRegisters, loadDemonstrationRegister } from '../register.ts';
import { taskOf } from './desk.ts';
import type { Chapter } from './stage.ts';

/** Two departments load their registers; what is clean there is answered without an officer, what is not goes to one. */
export const byRecord: Chapter = {
  zh: '按记录库直接答复',
  en: 'Answered by record',
  async play(stage) {
    for (const register of demonstrationRegisters()) {
      const officer = await stage.as(`${register.departmentId}-officer`);
      const { status, version, recordCount } = await loadDemonstrationRegister(officer, register);
      expectToSee(
        `the register of ${register.departmentId}`,
        { status, version },
        { status: 'LOADED', version: 1 },
      );
      const { zh, en } = stage.department(register.departmentId);
      stage.say(
        `${zh}载入记录库（${register.file}，${recordCount}条记录），选择无记录的领域直接答复`,
        `${en} loads its register of ${recordCount} records and lets clean fields go out at once`,
      );
    }
    await stage.later(30);
    const asked = await stage.apply({ attachmentIds: stage.attachmentIds });
    expectToSee('files of the case', asked.detail.attachments.length, 1 + stage.attachmentIds.length);
    stage.say(
      `启元示范集团提交申请，办件编号 ${asked.caseNumber}：${asked.detail.entities.length}个主体，${asked.detail.fields.length}个领域`,
      `the group applies: ${asked.detail.entities.length} entities, ${asked.detail.fields.length} fields`,
    );

    const answered = asked.detail.byRecord?.map(({ fieldId }) => fieldId);
    expectToSee('fields answered by record', answered, ['social-security', 'labour']);
    stage.say(
      '社会保险、劳动用工两个领域记录库无记录，当场答复，无需经办人',
      'social security and labour are clean in the register: answered at once, by no officer',
    );
    const { departmentId } = taskOf(asked, 'tax');
    expectToSee('departments asked', asked.tasks.map((task) => task.departmentId).sort(), [
      'construction',
      'environment',
      'market-supervision',
      departmentId,
    ]);
    stage.say(
      '税务记录库有记录，必须经办人核查；其余三个部门未载入记录库，同时收到待办',
      'tax has a hit, which always goes to an officer; the three without a register are asked as well',
    );
  },
};
