import { expectToSee, found } from '../expectation.ts';
import { saveResults } from '../results.ts';
import { publicCertificate, verifyCredential } from '../verification.ts';
import type { Chapter } from './stage.ts';

/** The last answer is there: one report, which anybody can verify. */
export const issue: Chapter = {
  zh: '出具与公开核验',
  en: 'Issue and public verification',
  async play(stage) {
    const issued = await stage.readCase(stage.followed);
    expectToSee('the case after the last answer', issued.status, 'ISSUED');
    const number = found('the number of the report', issued.resultNumber);
    stage.say(
      `各部门均已答复，报告自动出具，编号 ${number}`,
      'every department has answered: the report is issued by itself',
    );

    const { credential } = await saveResults(await stage.enterprise(), issued, stage.folder);
    await verifyCredential(stage.origin, credential);
    const { status } = await publicCertificate(stage.origin, number);
    expectToSee('what the public sees', status, 'valid');
    stage.say(
      '企业下载PDF和可验证凭证；任何人凭公开密钥验签通过，核验页显示“有效”',
      'downloaded as PDF and credential; the signature holds, the public page says valid',
    );
  },
};
