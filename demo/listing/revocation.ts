import { expectToSee, found } from '../expectation.ts';
import { publicCertificate } from '../verification.ts';
import type { Chapter } from './stage.ts';

/** The office takes a report back: everybody sees it at once. */
export const revocation: Chapter = {
  zh: '撤销',
  en: 'Revocation',
  async play(stage) {
    await stage.untilNextWorkingDay('14:00');
    const { caseId, resultNumber } = await stage.readCase(stage.followed);
    const number = found('the number of the report', resultNumber);
    const grounds = { reason: '申请材料不实（演示）', legalBasis: '演示条款' };
    const office = await stage.as('office');
    await office.post(`/v1/cases/${caseId}/revocation`, { number, ...grounds });
    await stage.clock.settle();
    const { status, revocation: shown } = await publicCertificate(stage.origin, number);
    expectToSee('the report', [status, shown?.legalBasis], ['revoked', grounds.legalBasis]);
    stage.say(
      `办公室撤销第一份申请的报告 ${number}（依据：演示条款），核验页当即显示“已撤销”`,
      `the office revokes the report of the first application, ${number}; the public page says so at once`,
    );
  },
};
