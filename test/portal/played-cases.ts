import {
  askSupplement,
  decide,
  decideAll,
  readCase,
  submit,
} from '../scenarios/listing-certificate/steps.ts';
import type { TestPlatform } from '../scenarios/platform.ts';

/** Each schedule fires once at the end, and not every minute on the way. */
async function letPass({ origin }: TestPlatform, advance: string): Promise<void> {
  const body = JSON.stringify({ advance, schedules: false });
  const reply = await fetch(`${origin}/local/clock`, { method: 'POST', body });
  if (!reply.ok) throw new Error(await reply.text());
}

/** Cases in every state worth looking at: one issued, one under way with a supplement, an answer and something overdue. */
export async function playedCases(platform: TestPlatform) {
  let enterprise = await platform.signIn('qiyuan');
  const first = await submit(platform, enterprise);
  await decideAll(platform, enterprise, first);
  const second = await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'sse-main' } });
  const { tasks } = await readCase(enterprise, second);
  const [answered, asked, overdue] = tasks;
  if (!answered || !asked || !overdue)
    throw new Error('the plan asks fewer departments than there should be');
  await letPass(platform, 'P8D');
  enterprise = await platform.signIn('qiyuan');
  const third = await submit(platform, enterprise, { purpose: { kind: 'merger', board: 'szse-main' } });
  const later = (await readCase(enterprise, third)).tasks;
  const tax = later.find(({ departmentId }) => departmentId === 'tax');
  const construction = later.find(({ departmentId }) => departmentId === 'construction');
  if (!tax || !construction) throw new Error('neither tax nor construction was asked');
  await decide(platform, later.find(({ departmentId }) => departmentId === 'environment') ?? tax);
  const supplement = await askSupplement(platform, construction.taskId, {
    items: [{ text: '请补充子公司2024年施工许可证编号（演示）' }, { text: '请说明分公司资质状态（演示）' }],
    workingDays: 5,
  });
  await letPass(platform, 'PT1M');
  return {
    open: await readCase(enterprise, third),
    issued: await readCase(enterprise, first),
    taskId: tax.taskId,
    overdueTaskId: overdue.taskId,
    supplementId: supplement.supplementId,
  };
}
