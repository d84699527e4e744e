import { expectToSee } from '../expectation.ts';
import { demonstrationPdf, uploadAttachment } from '../upload.ts';
import type { Chapter } from './stage.ts';

/** The test file of the antivirus makers, harmless; in two parts, or scanners would take this file for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The enterprise uploads what it will name in its application; a file with malware is refused. */
export const material: Chapter = {
  zh: '附件上传与扫描',
  en: 'Attachments, uploaded and scanned',
  async play(stage) {
    const content = demonstrationPdf();
    const enterprise = await stage.enterprise();

    const good = await uploadAttachment(enterprise, '控股股东授权书（演示）.pdf', content);
    expectToSee('the good file', [good.state, good.mediaType], ['CLEAN', 'application/pdf']);
    stage.attachmentIds.push(good.attachmentId);
    stage.say(
      '企业上传授权书：按内容认定为PDF，校验和一致，扫描通过',
      'a letter of authorisation is uploaded: a PDF by its content, checksum right, scanned clean',
    );

    const bad = await uploadAttachment(
      enterprise,
      '带病毒的文件（演示）.pdf',
      Buffer.concat([content, Buffer.from(EICAR)]),
    );
    expectToSee('the bad file', [bad.state, bad.refusal?.code], ['REFUSED', 'malware']);
    stage.say(
      '另一文件含EICAR测试病毒：拒收（本机的扫描只识别此测试文件）',
      'a file with the EICAR test virus is refused (the scanner of one machine knows this one only)',
    );
  },
};
