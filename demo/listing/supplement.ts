import type { SupplementSummary } from '../../workflows/shared/supplement.ts';
import { expectToSee, found } from '../expectation.ts';
import { demonstrationPdf, uploadAttachment } from '../upload.ts';
import { localTime } from '../working-time.ts';
import { act, taskOf, taskPath } from './desk.ts';
import type { Chapter } from './stage.ts';

/** A department asks the applicant for more; its clock stands still until the applicant has answered. */
export const supplement: Chapter = {
  zh: '补正',
  en: 'Supplement',
  async play(stage) {
    const { caseId } = stage.followed;
    await stage.untilNextWorkingDay('09:30');
    const dueBefore = taskOf(await stage.readCase({ caseId }), 'environment').dueAt;
    const officer = await stage.as('environment-officer');
    await act(officer, taskPath(caseId, 'environment'), 'supplement', {
      items: [{ text: '请补充子公司2024年排污许可证编号（演示）' }],
      workingDays: 5,
    });
    await stage.clock.settle();
    stage.say(
      `生态环境部门要求补正，限5个工作日；部门时限暂停（原定 ${localTime(new Date(dueBefore))} 到期）`,
      'the environment department asks for a supplement within 5 working days; its own clock stops',
    );

    await stage.untilNextWorkingDay('10:00');
    const enterprise = await stage.enterprise();
    const { body } = await enterprise.get<{ items: SupplementSummary[] }>('/v1/supplements');
    const asked = found('the supplement on the desk of the enterprise', body.items[0]);
    const { attachmentId } = await uploadAttachment(enterprise, '排污许可证（演示）.pdf', demonstrationPdf());
    await act(enterprise, `/v1/supplements/${asked.supplementId}`, 'answer', {
      text: '排污许可证编号：演示-0001（虚构），见附件',
      attachmentIds: [attachmentId],
    });
    await stage.clock.settle();
    const { dueAt, clock } = taskOf(await stage.readCase({ caseId }), 'environment');
    expectToSee('pauses of the clock', clock.pauses.length, 1);
    expectToSee('a later due date', Date.parse(dueAt) > Date.parse(dueBefore), true);
    stage.say(
      `企业补正并附文件，部门恢复计时，到期日顺延至 ${localTime(new Date(dueAt))}`,
      'the enterprise answers with a file; the clock goes on and the due date has moved by the working days lost',
    );
  },
};
