import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portfolioOf } from '../../../demo/patents/portfolio.ts';
import type { Person } from '../../../demo/person.ts';
import { demonstrationPdf, uploadAttachment } from '../../../demo/upload.ts';
import type { PublicNotice } from '../../../workflows/patent-funding/notice/contract.ts';
import type { OrderFile } from '../../../workflows/patent-funding/payment/contract.ts';
import { controlSums } from '../../../workflows/patent-funding/payment/rules/control-sums.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { answer, budget, readFunding, until } from './money-steps.ts';
import { application, apply, review } from './steps.ts';

let platform: TestPlatform;
/** Tokens last an hour and weeks pass: it signs in again each time. */
const enterprise = (): Promise<Person> => platform.signIn('qiyuan');
const portfolio = portfolioOf(application().applicant.name, 7_000_000, 9);
const YEAR = 2026;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  const officer = await platform.signIn('ip-officer');
  await officer.post('/v1/patent-register/records', { records: portfolio.records });
});
afterAll(() => platform.stop());

/** Applied for, approved, reserved and noticed: three patents. */
async function noticed(from: number): Promise<CaseSummary> {
  const submitted = await apply(platform, await enterprise(), {
    patents: portfolio.patents.slice(from, from + 3),
  });
  await review(platform, submitted, { outcome: 'approved', excluded: [] });
  return submitted;
}

/** Objections of all notices, as the office finds them. */
const queue = async (shown: string) => {
  const office = await platform.signIn('office');
  const { body } = await office.get<{ items: { objectionId: string }[] }>(
    `/v1/office/notice-objections?shown=${shown}&limit=1`,
  );
  return body.items.map(({ objectionId }) => objectionId);
};

const progressOf = async (one: CaseSummary) => {
  const { status, detail } = await readFunding(await enterprise(), one);
  const { notice, payment } = detail.progress ?? {};
  if (notice === undefined) throw new Error('there is no notice');
  return { status, detail, notice, payment };
};

describe('from the approval to the money', () => {
  let one: CaseSummary;
  let number: string;
  let objectionId: string;

  it('reserves the grant and publishes it for five working days', async () => {
    one = await noticed(0);
    const { notice, detail } = await progressOf(one);
    number = notice.noticeNumber;
    const page = await (await fetch(`${platform.origin}/notices/${number}`)).text();
    expect(page).toContain('公示中');
    expect(page).toContain('示范专利1（虚构）');
    expect(detail.amountFen).toBe(100_000 + 100_000 + 80_000);
    expect((await budget(platform, YEAR)).account).toMatchObject({ reservedFen: 280_000, spentFen: 0 });
  });

  it('takes an objection from anybody and shows it only when somebody has looked at it', async () => {
    const file = await uploadAttachment(
      await enterprise(),
      '缴费记录.pdf',
      demonstrationPdf(),
      '/v1/public-attachments',
    );
    const body = {
      contact: { name: '王五（虚构）', phone: '023-61111111' },
      ground: 'false-statement',
      text: '票据与实际缴费不符（演示）',
      numbers: [portfolio.patents[0]?.number],
      attachmentIds: [file.attachmentId],
    };
    const raised = await fetch(`${platform.origin}/v1/notices/${number}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'objection-1' },
      body: JSON.stringify(body),
    });
    ({ objectionId } = (await raised.json()) as { objectionId: string });
    expect(raised.status).toBe(201);
    expect((await publicNotice(number)).objections).toEqual([]);

    expect(await queue('RECEIVED')).toEqual([objectionId]);
    const officer = await platform.signIn('ip-officer');
    await officer.put(
      `/v1/cases/${one.caseId}/notice-objections/${objectionId}/moderation`,
      { shown: 'SHOWN' },
      { etag: '"1"' },
    );

    const { objections } = await publicNotice(number);
    expect(objections).toMatchObject([{ text: '票据与实际缴费不符（演示）' }]);
    expect(JSON.stringify(objections)).not.toMatch(/王五|缴费记录/);

    const files = `/v1/cases/${one.caseId}/notice-objections/${objectionId}/files`;
    const { body: linked } = await officer.get<{ url: string }>(`${files}/${file.attachmentId}`);
    const saved = Buffer.from(await (await fetch(linked.url)).arrayBuffer());
    expect(saved.equals(demonstrationPdf())).toBe(true);
    await expect(officer.get(`${files}/att-0`)).rejects.toThrow('attachment-not-found');
    const { body: ofCase } = await (await enterprise()).get(`/v1/cases/${one.caseId}/attachments`);
    expect(ofCase).toEqual({ items: [] });
    expect([await queue('RECEIVED'), await queue('SHOWN')]).toEqual([[], [objectionId]]);
  });

  it('puts the objection to the IP centre when the notice has ended, and goes on with the rest where it is upheld', async () => {
    await until(platform, (await progressOf(one)).notice.endsAt);
    await platform.pass(2000);
    const decisions = [{ objectionId, outcome: 'upheld', reason: '票据不实' }];
    await answer(platform, 'ip-officer', `${one.caseId}.objections`, { decisions });

    const { payment } = await progressOf(one);
    expect(payment).toMatchObject({ state: 'ORDERED', amountFen: 180_000 });
    expect((await budget(platform, YEAR)).account).toMatchObject({ reservedFen: 180_000 });
    expect(await publicNotice(number)).toMatchObject({
      state: 'CLOSED',
      struckOut: [portfolio.patents[0]?.number],
      objections: [{ outcome: { outcome: 'upheld' } }],
    });
  });

  it('gives finance an order file whose sums can be computed anew, and lets nobody withdraw meanwhile', async () => {
    const finance = await platform.signIn('finance-officer');
    const { body } = await finance.get<OrderFile>('/v1/departments/me/payment-orders');
    expect(body.orders).toMatchObject([{ caseNumber: one.caseNumber, amountFen: 180_000 }]);
    expect(controlSums(body.orders)).toEqual(body.control);
    const { content } = await finance.download('/v1/departments/me/payment-orders.xlsx');
    expect(content.subarray(0, 2).toString()).toBe('PK');
    await expect((await enterprise()).post(`/v1/cases/${one.caseId}/withdrawal`, {})).rejects.toThrow(
      'too-late-to-withdraw',
    );
  });

  it('comes back from finance, is corrected by the applicant, and is ordered anew', async () => {
    const { payment } = await progressOf(one);
    const returned = {
      outcome: 'returned',
      orderNumber: payment?.orderNumber,
      code: 'wrong-account',
      reason: '账号不存在',
    };
    await answer(platform, 'finance-officer', payment?.task.taskId ?? '', returned);
    const { etag } = await (await enterprise()).get(`/v1/cases/${one.caseId}`);
    const account = { ...application().account, number: '6200000000000099' };
    await (await enterprise()).put(`/v1/cases/${one.caseId}/payment-account`, { account }, { etag });
    await platform.settle();

    const again = (await progressOf(one)).payment;
    expect(again).toMatchObject({ state: 'ORDERED', round: 2, amountFen: 180_000 });
    expect(again?.orderNumber).not.toBe(payment?.orderNumber);
  });

  it('is paid whole and once', async () => {
    const { payment } = await progressOf(one);
    const taskId = payment?.task.taskId ?? '';
    const paid = {
      outcome: 'confirmed',
      orderNumber: payment?.orderNumber,
      amountFen: 180_000,
      paidOn: payment?.orderedAt.slice(0, 10),
      bankReference: '演示凭证1',
    };
    const pay = (amountFen: number) => answer(platform, 'finance-officer', taskId, { ...paid, amountFen });
    await expect(pay(90_000)).rejects.toMatchObject({
      problem: { faults: [{ code: 'not-the-whole-amount' }] },
    });
    await pay(180_000);
    await expect(pay(180_000)).rejects.toMatchObject({ problem: { status: 409 } });

    expect((await progressOf(one)).status).toBe('DECIDED');
    expect(await budget(platform, YEAR)).toMatchObject({
      account: { reservedFen: 0, spentFen: 180_000 },
      lanes: [{ name: 'fast', spentFen: 180_000, cases: 1 }],
      kinds: [
        { name: 'invention', patents: 1 },
        { name: 'utility-model', patents: 1 },
      ],
    });
  });

  it('is asked back where a filing is found abnormal afterwards', async () => {
    const record = portfolio.records[1];
    const officer = await platform.signIn('ip-officer');
    const abnormal = { ...record, abnormal: { listedOn: '2026-11-20', list: '演示名单' } };
    await officer.post('/v1/patent-register/records', { records: [abnormal] });
    const { body } = await officer.post<CaseSummary>(`/v1/cases/${one.caseId}/recoveries`, {
      numbers: [record?.number],
      documentNumber: '演示认定〔2026〕1号',
      reason: '认定为非正常申请（演示）',
    });
    await platform.settle();
    await answer(platform, 'finance-officer', `${body.caseId}.repayment`, {
      outcome: 'received',
      amountFen: 100_000,
      receivedOn: '2026-12-01',
      bankReference: '演示退款1',
    });

    expect((await readFunding(await enterprise(), body)).status).toBe('DECIDED');
    const { account } = await budget(platform, YEAR);
    expect(account).toMatchObject({ reservedFen: 0, spentFen: 80_000 });
    expect(account.allottedFen).toBe(account.remainingFen + account.reservedFen + account.spentFen);
  });
});

it('a case withdrawn while its notice runs gives its money and its patents back at once', async () => {
  const one = await noticed(3);
  const { notice } = await progressOf(one);
  await (await enterprise()).post(`/v1/cases/${one.caseId}/withdrawal`, {});
  await platform.settle();

  expect((await budget(platform, YEAR)).account).toMatchObject({ reservedFen: 0 });
  expect(await publicNotice(notice.noticeNumber)).toMatchObject({ state: 'ENDED' });
  const again = await noticed(3);
  expect((await progressOf(again)).detail.grant?.patents).toHaveLength(3);
});

async function publicNotice(number: string): Promise<PublicNotice> {
  return (await (await fetch(`${platform.origin}/v1/notices/${number}`)).json()) as PublicNotice;
}
