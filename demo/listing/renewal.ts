import type { Renewal } from '../../workflows/listing-certificate/renewal/routes.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { expectToSee, found } from '../expectation.ts';
import { saveResults } from '../results.ts';
import { publicCertificate } from '../verification.ts';
import { nextWorkingDay } from '../working-time.ts';
import { answerByRegister, taskPath } from './desk.ts';
import type { Chapter, ListingCase } from './stage.ts';

const LATER_DAYS = 90;

/** Months later the report is brought up to today by a new case that copies the first. */
export const renewal: Chapter = {
  zh: '续期',
  en: 'Renewal',
  async play(stage) {
    const months = new Date(stage.clock.now.getTime() + LATER_DAYS * 86_400_000);
    await stage.clock.until(nextWorkingDay(months, '09:30'));
    const before = await stage.readCase(stage.followed);
    const enterprise = await stage.enterprise();
    const { body } = await enterprise.post<CaseSummary & Renewal>(
      `/v1/cases/${before.caseId}/renewal`,
      undefined,
    );
    const renewed: ListingCase = await stage.began(body);
    expectToSee('what is renewed', body.renews.number, before.resultNumber);
    expectToSee('the end of the period', renewed.detail.period.toOn > before.detail.period.toOn, true);
    stage.say(
      `三个月后，企业一键续期（${renewed.caseNumber}）：核查期间延至 ${renewed.detail.period.toOn}，各部门重新核查`,
      `three months later the enterprise renews: the same application, examined up to ${renewed.detail.period.toOn}`,
    );

    await stage.untilNextWorkingDay('10:00');
    for (const { departmentId } of renewed.tasks) {
      await answerByRegister(
        await stage.as(`${departmentId}-officer`),
        taskPath(renewed.caseId, departmentId),
      );
    }
    await stage.clock.settle();
    const issued = await stage.readCase(renewed);
    expectToSee('the renewed case', issued.status, 'ISSUED');
    await saveResults(await stage.enterprise(), issued, stage.folder);
    for (const number of [before.resultNumber, issued.resultNumber]) {
      const seen = await publicCertificate(stage.origin, found('the number of the report', number));
      expectToSee(`report ${number}`, seen.status, 'valid');
    }
    stage.say(
      `${renewed.tasks.length}个部门答复，新报告 ${issued.resultNumber} 出具；前一份在其期间内仍然有效`,
      `${renewed.tasks.length} departments answer, the new report is issued; the earlier one stays valid for its period`,
    );
  },
};
