import { demonstrationRegisters, loadDemonstrationRegister, loadRegister } from '../../demo/register.ts';
import { keepStaffList } from '../../demo/staff.ts';
import { daysAfter, localDateOf } from '../../workflows/shared/working-days.ts';
import { issuedWithRecords, objectTo } from '../scenarios/listing-certificate/after-issue.ts';
import { askSupplement, decide, readCase, submit } from '../scenarios/listing-certificate/steps.ts';
import type { TestPlatform } from '../scenarios/platform.ts';

/** Each schedule fires once at the end, and not every minute on the way. */
export async function letPass({ origin }: TestPlatform, advance: string): Promise<void> {
  const body = JSON.stringify({ advance, schedules: false });
  const reply = await fetch(`${origin}/local/clock`, { method: 'POST', body });
  if (!reply.ok) throw new Error(await reply.text());
}

/** Cases in every state worth looking at: one issued, one under way with a supplement, an answer and something overdue. */
export async function playedCases(platform: TestPlatform) {
  let enterprise = await platform.signIn('qiyuan');
  const first = await issuedWithRecords(platform, enterprise, ['tax', 'environment']);
  const disputed = { uscc: first.applicant.uscc, fieldId: 'tax' };
  const number = String(first.resultNumber);
  const objection = await objectTo(platform, enterprise, { caseId: first.caseId, number, ...disputed });
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
  await answeredSupplement(platform, tax.taskId);
  const registerLoadId = await playedRegister(platform);
  await letPass(platform, 'PT1M');
  return {
    objectionId: objection.caseId,
    registerLoadId,
    openId: third.caseId,
    issuedId: first.caseId,
    resultNumber: number,
    taskId: tax.taskId,
    overdueTaskId: overdue.taskId,
    supplementId: supplement.supplementId,
  };
}

async function answeredSupplement(platform: TestPlatform, taskId: string): Promise<void> {
  const { supplementId } = await askSupplement(platform, taskId, {
    items: [{ text: '请补充2024年纳税申报表（演示）' }, { text: '请说明分公司的税务登记情况（演示）' }],
    workingDays: 5,
  });
  const enterprise = await platform.signIn('qiyuan');
  const path = `/v1/supplements/${supplementId}`;
  const { etag } = await enterprise.get(path);
  const text = '申报表已于2025年3月报送，回执号演示-0002；分公司随总公司汇总申报（均为虚构）';
  await enterprise.post(`${path}/answer`, { text }, { etag });
  await platform.settle();
}

/** The register of tax in force, then a load of it with bad lines; and a staff list with somebody who acts for somebody. */
async function playedRegister(platform: TestPlatform): Promise<string> {
  const officer = await platform.signIn('tax-officer');
  const [tax] = demonstrationRegisters();
  if (!tax) throw new Error('there is no demonstration register');
  await loadDemonstrationRegister(officer, tax);
  const bad = Buffer.from('统一社会信用代码,领域,决定日期\n91500105LJDEM0025X,税务,2024-13-01\n');
  const { format, fieldIds, coverage } = tax;
  const { loadId } = await loadRegister(officer, { format, fieldIds, coverage }, bad);
  await keepStaffList(platform.origin, 'environment');
  const todayOn = localDateOf(new Date(platform.runtime.clock.now()));
  await (await platform.signIn('environment-officer')).post('/v1/desk/delegations', {
    toPersonId: 'environment-second-officer',
    fromOn: todayOn,
    toOn: daysAfter(todayOn, 6),
    workflows: ['listing-certificate', 'listing-objection'],
  });
  return loadId;
}
