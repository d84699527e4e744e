import type { CaseSummary } from '../../workflows/shared/case.ts';
import { expectToSee, found } from '../expectation.ts';
import { saveResults } from '../results.ts';
import { publicCertificate } from '../verification.ts';
import { act, taskPath } from './desk.ts';
import type { Chapter, Stage } from './stage.ts';

/** The enterprise disputes a recorded fact, the department upholds the objection, a corrected report supersedes the first. */
export const objection: Chapter = {
  zh: '异议成立，更正报告取代原报告',
  en: 'Objection upheld, with supersession',
  async play(stage) {
    await stage.untilNextWorkingDay('11:00');
    const { resultNumber } = await stage.readCase(stage.followed);
    const first = found('the number of the report', resultNumber);
    const raised = await raise(stage, first);
    expectToSee(
      'what the public sees',
      (await publicCertificate(stage.origin, first)).status,
      'under-objection',
    );
    stage.say(
      `企业对税务记录提出异议（${raised.caseNumber}）；核验页当即显示“异议处理中”`,
      'the enterprise disputes the tax record; the public page says so at once',
    );

    await stage.untilNextWorkingDay('15:00');
    await act(await stage.as('tax-officer'), taskPath(raised.caseId, 'tax'), 'decision', {
      answer: {
        decisions: [
          {
            ...DISPUTED,
            outcome: 'upheld',
            reason: '经复核，原处罚已撤销（演示）',
            corrected: { finding: 'no-record' },
          },
        ],
      },
    });
    await stage.clock.settle();
    const corrected = await stage.readCase(stage.followed);
    const second = found('the number of the corrected report', corrected.resultNumber);
    const { status, supersededBy } = await publicCertificate(stage.origin, first);
    expectToSee('the first report', { status, supersededBy }, { status: 'superseded', supersededBy: second });
    stage.say(
      `税务部门复核后认定异议成立：更正报告 ${second} 出具，原报告 ${first} 显示“已被取代”`,
      `the tax department upholds it: the corrected report ${second} takes the place of ${first}`,
    );

    const { statusPage } = await saveResults(await stage.enterprise(), corrected, stage.folder);
    const shown = await publicCertificate(stage.origin, second, statusPage.searchParams.get('code'));
    const verdicts = shown.entities?.flatMap((entity) => entity.verdicts) ?? [];
    expectToSee('the corrected report', shown.status, 'valid');
    expectToSee('records in the corrected report', verdicts.includes('records'), false);
    stage.say(
      '更正报告有效，税务领域已为无记录',
      'the corrected report is valid and lists no record any more',
    );
  },
};

const DISPUTED = { uscc: '91500105LJDEM0025K', fieldId: 'tax' };

async function raise(stage: Stage, number: string): Promise<CaseSummary> {
  const enterprise = await stage.enterprise();
  const { body } = await enterprise.post<CaseSummary>(`/v1/cases/${stage.followed.caseId}/objections`, {
    number,
    cells: [
      { ...DISPUTED, documentNumbers: ['演示税罚〔2024〕7号'], reason: '该处罚决定已被依法撤销（演示）' },
    ],
  });
  await stage.began(body);
  return body;
}
