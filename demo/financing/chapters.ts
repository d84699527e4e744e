import type { Answer } from '../../workflows/financing-demand/answer/contract.ts';
import type { ComparedOffer } from '../../workflows/financing-demand/answer/rules/offers-compared.ts';
import type { DemandSeen } from '../../workflows/financing-demand/demand-seen.ts';
import { expectRefusal, expectToSee, found } from '../expectation.ts';
import { ENTERPRISES } from './cast.ts';
import { institutionIdOf } from './institution-id.ts';
import type { FinancingChapter, FinancingStage, Story } from './stage.ts';

/** Kinds of items an institution was pushed about a demand, in their order. */
const pushedOf = (stage: FinancingStage, username: string, story: Story) =>
  stage
    .bank(username)
    .pushed.filter(({ item }) => item.demandId === stage.demand(story).caseId)
    .map(({ item }) => item.kind);

const answerOf = async (stage: FinancingStage, username: string, story: Story) =>
  (await (await stage.as(username)).get<Answer>(`/v1/institutions/me/answers/${stage.demand(story).caseId}`))
    .body;

const accept = async (stage: FinancingStage, story: Story, username: string) => {
  const enterprise = await stage.as(ENTERPRISES[story].username);
  const { offer } = await answerOf(stage, username, story);
  await enterprise.post(`/v1/financing-demands/${stage.demand(story).caseId}/acceptances`, {
    institutionId: institutionIdOf(username),
    amountFen: found('the offer', offer).amountFen,
  });
  await stage.settle();
};

const demands: FinancingChapter = {
  zh: '五家企业提交需求',
  en: 'Five enterprises want money',
  async play(stage) {
    for (const [story, enterprise] of Object.entries(ENTERPRISES)) {
      await stage.submit(story as Story, enterprise);
      await stage.later(3);
    }
    expectToSee('the urgent demand at a bank', pushedOf(stage, 'bank-four', 'urgent'), ['NEW']);
    expectToSee('an ordinary one at a bank', pushedOf(stage, 'bank-one', 'compared'), []);
    const { version } = await answerOf(stage, 'bank-four', 'urgent');
    expectToSee('the answer that was given twice', version, 1);
    stage.say(
      '加急需求即时推送；渝江示范村镇银行重复提交同一答复，只记一次；其余需求待次日清单',
      'the urgent demand is pushed at once; an answer given twice counts once; the others wait for the list',
    );
  },
};

const lists: FinancingChapter = {
  zh: '次日九时的清单，一家故障，一家缓慢',
  en: 'The lists of the next working day; one endpoint is down, one slow',
  async play(stage) {
    await stage.untilNextWorkingDay('09:00');
    expectToSee('the list at bank-one', pushedOf(stage, 'bank-one', 'compared'), ['NEW']);
    expectToSee('the list at the slow bank', pushedOf(stage, 'bank-two', 'compared'), ['NEW']);
    expectToSee('what the bank that is down has', stage.bank('bank-three').pushed, []);
    await stage.later(20);
    stage.bank('bank-three').endpoint.behave('good');
    await stage.later(45);
    const state = await (await stage.as('bank-three')).get<{ delivery: { delivered: number } }>(
      '/v1/institutions/me/endpoint',
    );
    expectToSee('lists delivered to the repaired bank', state.body.delivery.delivered, 1);
    stage.say(
      '故障机构的清单按计划重试，恢复后送达；其他机构不受影响',
      'the list of the bank that was down is tried again and arrives; nobody else waited',
    );
  },
};

const identity: FinancingChapter = {
  zh: '先匿名，企业同意后告知身份',
  en: 'Anonymous first: identity after the enterprise agrees',
  async play(stage) {
    const { caseId } = stage.demand('anonymous');
    const banker = await stage.as('bank-one');
    const path = `/v1/institutions/me/demands/${caseId}`;
    const seen = async () => (await banker.get<DemandSeen>(path)).body.identity?.name;
    expectToSee('who it is, before', await seen(), undefined);
    await banker.post(`${path}/identity-requests`, {});
    const enterprise = await stage.as(ENTERPRISES.anonymous.username);
    await enterprise.post(`/v1/financing-demands/${caseId}/identity-answers`, {
      institutionId: institutionIdOf('bank-one'),
      granted: true,
    });
    await stage.settle();
    expectToSee('who it is, afterwards', await seen(), ENTERPRISES.anonymous.name);
    const other = await (await stage.as('bank-four')).get<DemandSeen>(path);
    expectToSee('who it is to the other bank', other.body.identity, undefined);
    stage.say(
      '只有提出请求并获同意的机构看到企业名称',
      'only the bank that asked and was told sees the name',
    );
  },
};

const withdrawal: FinancingChapter = {
  zh: '撤回授权',
  en: 'Consent withdrawn',
  async play(stage) {
    const { caseId } = stage.demand('withdrawn');
    const enterprise = await stage.as(ENTERPRISES.withdrawn.username);
    await enterprise.post(`/v1/financing-demands/${caseId}/grants/withdrawal`, { grantIds: [1, 2] });
    const rows = (await stage.bank('bank-one').pull()).filter(({ demandId }) => demandId === caseId);
    expectToSee(
      'what pull shows of it at once',
      rows.some(({ demand }) => demand !== undefined),
      false,
    );
    await stage.settle();
    expectToSee('what was pushed', pushedOf(stage, 'bank-one', 'withdrawn'), ['NEW', 'CONSENT_WITHDRAWN']);
    const banker = await stage.as('bank-one');
    await expectRefusal('an answer afterwards', 409, () =>
      banker.post(`/v1/institutions/me/answers/${caseId}`, { kind: 'contacted' }),
    );
    stage.say(
      '拉取接口即刻不再显示，推送清单告知撤回',
      'pull shows nothing from that moment on; push tells of it',
    );
  },
};

const acceptance: FinancingChapter = {
  zh: '比较报价，接受一家',
  en: 'Offers compared, one accepted',
  async play(stage) {
    const { caseId } = stage.demand('compared');
    const enterprise = await stage.as(ENTERPRISES.compared.username);
    const { body } = await enterprise.get<{ offers: ComparedOffer[] }>(
      `/v1/financing-demands/${caseId}/offers`,
    );
    expectToSee(
      'the rates',
      body.offers.map(({ offer }) => offer.rateBasisPoints),
      [350, 420],
    );
    await accept(stage, 'compared', 'bank-two');
    expectToSee('what the other bank is told', pushedOf(stage, 'bank-one', 'compared'), ['NEW', 'CLOSED']);
    await expectRefusal('a second acceptance', 409, () => accept(stage, 'compared', 'bank-one'));
    const drawn = { kind: 'drawn', amountFen: 300_000_000, drawnOn: stage.today };
    await (await stage.as('bank-two')).post(`/v1/institutions/me/answers/${caseId}`, drawn);
    stage.say(
      '接受3.50%的报价，其余机构即时收到关闭通知；已提款',
      'the offer at 3.50 % is accepted and drawn; the others are told at once',
    );
  },
};

const nextRound: FinancingChapter = {
  zh: '无人报价则进入下一轮',
  en: 'Refused by all: the next round',
  async play(stage) {
    expectToSee('what the guarantee company was told', pushedOf(stage, 'guarantee-one', 'nextRound'), [
      'NEW',
    ]);
    expectToSee('the first answer', (await answerOf(stage, 'small-loan-one', 'nextRound')).status, 'REFUSED');
    await accept(stage, 'nextRound', 'guarantee-one');
    stage.say(
      '小贷公司拒绝后转担保公司，报价被接受',
      'after the refusal the guarantee company was asked; its offer is accepted',
    );
  },
};

const lagging: FinancingChapter = {
  zh: '承诺逾期通报办公室',
  en: 'A broken promise reaches the office',
  async play(stage) {
    for (let day = 0; day < 5; day++) await stage.untilNextWorkingDay('09:30');
    const { items } = (
      await (await stage.as('office')).get<{ items: { kind: string }[] }>('/v1/inbox?limit=100')
    ).body;
    expectToSee(
      'broken promises told to the office',
      items.some(({ kind }) => kind === 'promise-broken'),
      true,
    );
    stage.say(
      '已受理而未联系的机构被催办，逾期后通报',
      'who took an order and did nothing is reminded, then named',
    );
  },
};

/** One story after the other. */
export const CHAPTERS: readonly FinancingChapter[] = [
  demands,
  lists,
  identity,
  withdrawal,
  acceptance,
  nextRound,
  lagging,
];
