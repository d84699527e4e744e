import { expect, it } from 'vitest';
import { inBoth } from '../../portal/src/parts/in-both.ts';

it.each([
  ['审核通过 / Approved: PF-2026-000001', '审核通过', 'Approved: PF-2026-000001'],
  ['演示文件〔2026〕1号 / 附件二', '演示文件〔2026〕1号 / 附件二', '演示文件〔2026〕1号 / 附件二'],
  ['BF-2026-000001 演示凭证1', 'BF-2026-000001 演示凭证1', 'BF-2026-000001 演示凭证1'],
])('%j is said as %j and %j', (text, zh, en) => {
  expect(inBoth(text)).toEqual({ zh, en });
});
