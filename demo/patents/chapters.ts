import type { FundingApplication } from '../../workflows/patent-funding/contract.ts';
import type { PublicNotice } from '../../workflows/patent-funding/notice/contract.ts';
import type { OrderFile } from '../../workflows/patent-funding/payment/contract.ts';
import type { Programme } from '../../workflows/patent-funding/programme.ts';
import { RuleId } from '../../workflows/patent-funding/rule-id.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { canonicalPatentNumber } from '../../workflows/shared/identifiers.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { expectRefusal, expectToSee, found } from '../expectation.ts';
import { seed } from '../seed.ts';
import { printTable, step } from '../table.ts';
import { localTime } from '../working-time.ts';
import { APPLICANTS, CAP_FEN, CLOSED_AFTER, portfolios } from './cast.ts';
import { type PatentChapter, type PatentStage, PROGRAMME } from './stage.ts';
import { yuan } from './yuan.ts';

const USERNAMES = ['qiyuan', 'lanxin', 'yunhe'] as const;
/** So much that the first is served, the second misses a little, and the third waits behind it. */
const BUDGET_FEN = 1_450_000;

const programme: PatentChapter = {
  zh: '办公室发布资助项目，知识产权中心加载专利登记信息',
  en: 'The office publishes a programme; the IP centre loads the register',
  async play(stage) {
    const [shipped] = seed<Programme[]>('patent-funding/programmes.json');
    const { year } = stage;
    const version = `${year}-demo.1`;
    const content = {
      ...found('a programme of seeds/', shipped),
      programmeId: PROGRAMME,
      version,
      effectiveOn: localDateOf(stage.clock.now),
      name: {
        zh: '专利授权资助（小额预算演示）',
        en: 'Support of granted patents (small budget, demonstration)',
      },
      enterpriseYearCapFen: CAP_FEN,
      budgets: [year, year + 1].map((of) => ({ year: of, allottedFen: BUDGET_FEN })),
      yearEnd: 'carry',
      closedByRule: {
        lastGrantOn: CLOSED_AFTER,
        clause: { clause: '第五条（二）', zh: '演示条款', en: 'Demonstration clause' },
        source: 'Demonstration value.',
      },
    };
    const office = await stage.as('office');
    const path = `/v1/patent-funding/programmes/${PROGRAMME}/versions/${version}`;
    const { etag } = await office.put(path, content);
    await office.post(`${path}/publication`, {}, { etag });
    const all = Object.values(portfolios()).flatMap((portfolio) => portfolio.records);
    // The jointly owned one stands in two portfolios.
    const records = [...new Map(all.map((record) => [record.number, record])).values()];
    await (await stage.as('ip-officer')).post('/v1/patent-register/records', { records });
    step(`预算 budget ${yuan(BUDGET_FEN)}，登记 register: ${records.length}`);
  },
};

const applications: PatentChapter = {
  zh: '三家企业申报 40 件专利，逐件核查',
  en: 'Three enterprises apply for 40 patents, each is judged',
  async play(stage) {
    const sample = seed<FundingApplication>('demonstration/patent-application.json');
    const failed: string[] = [];
    let patents = 0;
    for (const username of USERNAMES) {
      const { uscc, name } = APPLICANTS[username];
      const person = await stage.as(username);
      const { body } = await person.post<CaseSummary>('/v1/patent-funding/applications', {
        ...sample,
        programmeId: PROGRAMME,
        applicant: { uscc, name },
        account: { ...sample.account, holder: name },
        patents: portfolios()[username].patents,
      });
      stage.cases.set(username, body);
      await stage.clock.settle();
      const rows = await stage.patentsOf(username);
      patents += rows.length;
      failed.push(...rows.flatMap((row) => (row.failed ?? []).map(({ ruleId }) => ruleId)));
      const { detail } = await stage.read(username);
      const good = detail.grant?.patents.length ?? 0;
      step(
        `${name}: ${rows.length} 件，通过 ${good} 件，${yuan(detail.amountFen ?? 0)}，${detail.lane?.lane ?? ''}`,
      );
    }
    expectToSee('patents applied for', patents, 40);
    expectToSee('rules that were failed', [...new Set(failed)].sort(), [...RuleId.options].sort());
    const counts = RuleId.options.map((rule) => [rule, String(failed.filter((one) => one === rule).length)]);
    printTable('未通过的规则 / Rules that were failed', ['规则 rule', '件 patents'], counts, {
      compact: true,
    });
  },
};

const reviews: PatentChapter = {
  zh: '审核通过；预算只够一家，其余两家候补',
  en: 'Approved; the budget reaches one, the others wait',
  async play(stage) {
    for (const username of USERNAMES) {
      const { caseId } = stage.caseOf(username);
      await stage.answer('ip-officer', `${caseId}.review`, { outcome: 'approved', excluded: [] });
    }
    const { account, waiting } = await stage.budget(stage.year);
    expectToSee(
      'who waits, in order of acceptance',
      waiting.map(({ caseId }) => caseId),
      [stage.caseOf('lanxin').caseId, stage.caseOf('yunhe').caseId],
    );
    step(
      `已预留 reserved ${yuan(account.reservedFen)}，候补 waiting ${waiting.length}（${yuan(account.waitingFen)}）`,
    );
  },
};

const objection: PatentChapter = {
  zh: '公示，一项异议成立，释放的资金由候补递补',
  en: 'Public notice; an objection is upheld, and the waiting list gets the money',
  async play(stage) {
    const { detail } = await stage.read('qiyuan');
    const noticeNumber = found('a notice', detail.progress?.notice).noticeNumber;
    const number = found(
      'a patent',
      detail.grant?.patents.find(({ kind }) => kind === 'invention'),
    ).number;
    const objectionId = await object(stage, noticeNumber, number);
    const { caseId } = stage.caseOf('qiyuan');
    const officer = await stage.as('ip-officer');
    const moderation = `/v1/cases/${caseId}/notice-objections/${objectionId}/moderation`;
    await officer.put(moderation, { shown: 'SHOWN' }, { etag: '"1"' });
    const notice = (await (await fetch(`${stage.origin}/v1/notices/${noticeNumber}`)).json()) as PublicNotice;
    expectToSee('objections shown', notice.objections.length, 1);
    await stage.untilNoticeEnds('qiyuan');
    step(`${localTime(stage.clock.now)}: ${noticeNumber} 公示期满`);
    const decisions = [{ objectionId, outcome: 'upheld', reason: '缴费票据不实（演示）' }];
    await stage.answer('ip-officer', `${caseId}.objections`, { decisions });

    const { waiting } = await stage.budget(stage.year);
    expectToSee(
      'who still waits',
      waiting.map((one) => one.caseId),
      [stage.caseOf('yunhe').caseId],
    );
    found('the notice of lanxin', (await stage.read('lanxin')).detail.progress?.notice);
  },
};

async function object(stage: PatentStage, noticeNumber: string, number: string): Promise<string> {
  const reply = await fetch(`${stage.origin}/v1/notices/${noticeNumber}/objections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'demonstration-objection' },
    body: JSON.stringify({
      contact: { name: '王五（虚构）', phone: '023-61111111' },
      ground: 'false-statement',
      text: '缴费票据与实际缴费不符（演示）',
      numbers: [canonicalPatentNumber(number)],
      evidence: [{ title: '缴费记录（演示）', excerpt: '演示摘录' }],
    }),
  });
  expectToSee('the objection is taken', reply.status, 201);
  return ((await reply.json()) as { objectionId: string }).objectionId;
}

const payment: PatentChapter = {
  zh: '拨付单被退回，更正账户后拨付；重复确认和部分支付被拒绝',
  en: 'Payment is returned, corrected and paid; a part, and a second time, are refused',
  async play(stage) {
    const { body: file } = await (await stage.as('finance-officer')).get<OrderFile>(
      '/v1/departments/me/payment-orders',
    );
    step(
      `待拨付 to be paid: ${file.control.count}，${yuan(file.control.totalFen)}，SHA-256 ${file.control.sha256.slice(0, 12)}…`,
    );
    const first = await stage.paymentOf('qiyuan');
    const wrong = {
      outcome: 'returned',
      orderNumber: first.orderNumber,
      code: 'wrong-account',
      reason: '账号不存在（演示）',
    };
    await stage.answer('finance-officer', first.task.taskId, wrong);
    const person = await stage.as('qiyuan');
    const { caseId } = stage.caseOf('qiyuan');
    const { body, etag } = await person.get<{ detail: { account: object } }>(`/v1/cases/${caseId}`);
    const account = { ...body.detail.account, number: '6200000000000099' };
    await person.put(`/v1/cases/${caseId}/payment-account`, { account }, { etag });
    await stage.clock.settle();

    const again = await stage.paymentOf('qiyuan');
    const half = {
      outcome: 'confirmed',
      orderNumber: again.orderNumber,
      amountFen: Math.floor(again.amountFen / 2),
      paidOn: again.orderedAt.slice(0, 10),
      bankReference: '演示凭证0',
    };
    await expectRefusal('a part', 422, () => stage.answer('finance-officer', again.task.taskId, half));
    await stage.pay('qiyuan', '演示凭证1');
    await expectRefusal('a second time', 409, () => stage.pay('qiyuan', '演示凭证1'));
    step(`${again.orderNumber}（第 ${again.round} 次 round）已拨付 paid ${yuan(again.amountFen)}`);
  },
};

const second: PatentChapter = {
  zh: '递补的企业公示期满，拨付',
  en: 'The one from the waiting list is noticed and paid',
  async play(stage) {
    await stage.untilNoticeEnds('lanxin');
    await stage.pay('lanxin', '演示凭证2');
    step(`${localTime(stage.clock.now)}: ${APPLICANTS.lanxin.name} 已拨付 paid`);
  },
};

const recovery: PatentChapter = {
  zh: '拨付后一件专利被认定为非正常申请，追回资助',
  en: 'After the payment a filing is found abnormal and its funding is asked back',
  async play(stage) {
    const { caseId } = stage.caseOf('qiyuan');
    const paid = (await stage.patentsOf('qiyuan')).filter(({ amountFen }) => amountFen !== undefined);
    const { number, registry, amountFen } = found(
      'a paid invention',
      paid.find(({ kind }) => kind === 'invention'),
    );
    const officer = await stage.as('ip-officer');
    const abnormal = { listedOn: localDateOf(stage.clock.now), list: '演示名单' };
    await officer.post('/v1/patent-register/records', { records: [{ ...registry, abnormal }] });
    const { body } = await officer.post<CaseSummary>(`/v1/cases/${caseId}/recoveries`, {
      numbers: [number],
      documentNumber: '演示认定〔2026〕1号',
      reason: '认定为非正常申请（演示）',
    });
    await stage.clock.settle();
    await stage.answer('finance-officer', `${body.caseId}.repayment`, {
      outcome: 'received',
      amountFen,
      receivedOn: localDateOf(stage.clock.now),
      bankReference: '演示退款1',
    });
    step(`${body.caseNumber}: ${yuan(amountFen ?? 0)} 已退回 paid back`);
  },
};

const allotment: PatentChapter = {
  zh: '办公室追加预算，最后一家递补、公示并拨付',
  en: 'The office allots more: the last one is served, noticed and paid',
  async play(stage) {
    const office = await stage.as('office');
    const path = `/v1/office/budgets/${PROGRAMME}/${stage.year}/allotments`;
    await office.post(path, { amountFen: 750_000, documentNumber: '演示追加〔2026〕1号' });
    await stage.clock.settle();
    expectToSee('nobody waits', (await stage.budget(stage.year)).waiting, []);
    await stage.untilNoticeEnds('yunhe');
    await stage.pay('yunhe', '演示凭证3');
    step(`${localTime(stage.clock.now)}: ${APPLICANTS.yunhe.name} 已拨付 paid`);
  },
};

export const CHAPTERS: readonly PatentChapter[] = [
  programme,
  applications,
  reviews,
  objection,
  payment,
  second,
  recovery,
  allotment,
];
