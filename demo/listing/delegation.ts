import type { Delegation } from '../../workflows/shared/desk-roster.ts';
import type { InboxMessage } from '../../workflows/shared/notifications/inbox.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { expectRefusal, expectToSee } from '../expectation.ts';
import { keepStaffList } from '../staff.ts';
import { act, answerByRegister, taskPath } from './desk.ts';
import type { Chapter } from './stage.ts';

const DAYS = 14;

/** An officer who holds a task goes away and lets a colleague act; the audit names both. */
export const delegation: Chapter = {
  zh: '委托代办',
  en: 'Delegation',
  async play(stage) {
    await keepStaffList(stage.origin, 'environment');
    const path = taskPath(stage.followed.caseId, 'environment');
    const holder = await stage.as('environment-officer');
    await act(holder, path, 'claim');
    const deputy = await stage.as('environment-second-officer');
    await expectRefusal('an answer by who does not hold the task', 409, () => answerByRegister(deputy, path));
    stage.say(
      '生态环境部门赵经办签收；同事李经办此时答复，被拒绝（409）',
      'officer Zhao holds the task; his colleague Li may not answer it (409)',
    );

    await stage.later(60);
    const fromOn = localDateOf(stage.clock.now);
    const toOn = localDateOf(new Date(stage.clock.now.getTime() + DAYS * 86_400_000));
    await holder.post<Delegation>('/v1/desk/delegations', {
      toPersonId: 'environment-second-officer',
      fromOn,
      toOn,
      workflows: ['listing-certificate'],
    });
    stage.say(
      `赵经办出差，委托李经办代办，${fromOn} 至 ${toOn}`,
      `Zhao is away and lets Li act for him, from ${fromOn} to ${toOn}`,
    );

    await stage.later(60);
    const told = await (await stage.as('environment-second-officer')).get<{ items: InboxMessage[] }>(
      '/v1/inbox?box=person&limit=1',
    );
    expectToSee('what Li was told', told.body.items[0]?.kind, 'delegation-received');
    stage.say('李经办在本人收件箱中收到委托通知', 'Li finds it in his own inbox');

    await answerByRegister(await stage.as('environment-second-officer'), path);
    await stage.clock.settle();
    const { body } = await (await stage.as('office')).get<{
      decidedBy?: { personId: string; forWhom?: object };
    }>(path);
    expectToSee(
      'who answered, and for whom',
      [body.decidedBy?.personId, body.decidedBy?.forWhom],
      ['environment-second-officer', { personId: 'environment-officer', personName: '赵经办（虚构）' }],
    );
    stage.say('李经办代赵经办答复：审计记录同时载明二人', 'Li answers for Zhao: the audit names both');
  },
};
