import { randomUUID } from 'node:crypto';
import type { Notice, Objection } from '../../workflows/patent-funding/notice/contract.ts';
import { ObjectToNotice } from '../../workflows/patent-funding/notice/routes.ts';
import { judgeObjection } from '../../workflows/patent-funding/notice/rules/objection-faults.ts';
import { ANYBODY } from '../../workflows/shared/attachments/attachment.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { useAttachments } from '../shared/attachments/use-attachments.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { foundNotice } from './notice/public-notice.ts';
import { readFundingCase } from './store/funding-case.ts';
import { moneyRulesOn } from './store/money-rules.ts';
import { type ObjectingServices, objectingServices } from './store/objecting-services.ts';
import { namedAttachments } from './submission/named-in-body.ts';

type Contract = typeof ObjectToNotice;
type Input = Pick<RouteInput<Contract>, 'params' | 'body' | 'idempotency' | 'from'>;

/**
 * Anybody objects, while the notice runs. It raises the notice's version, on which its end is conditional: so it is decided with the
 * others, or refused because the notice is over. Nothing of it is shown before somebody has looked at it.
 * @throws RefusedError 422 faults; 409 where the notice is over or has too many; 429 where the caller sent too many today
 */
export async function objectToNotice(
  input: Input,
  services: ObjectingServices,
): Promise<RouteReply<Contract>> {
  const read = await foundNotice(input.params.number, services.notices);
  refuseUnlessOpen(read, services.now());
  const judged = judgeObjection(input.body, read);
  const uploaded = await namedAttachments(input.body, ANYBODY, services);
  const faults = [...(judged.ok ? [] : judged.faults), ...uploaded.faults];
  if (!judged.ok || faults.length > 0) throw refusedForFaults(faults);
  const objectionId = randomUUID();
  const { attachmentIds: _, ...said } = judged.value;
  // Kept under the objection and not under the case, whose files its applicant reads.
  const { kept: files, writes } = await useAttachments(uploaded.rows, objectionId, services);
  return untilFresh(() => store(input, { ...said, objectionId, files }, writes, services));
}

type Raised = Pick<
  Objection,
  'contact' | 'ground' | 'text' | 'numbers' | 'evidence' | 'objectionId' | 'files'
>;

async function store(
  input: Input,
  raised: Raised,
  filesTaken: readonly GuardedWrite[],
  services: ObjectingServices,
): Promise<RouteReply<Contract>> {
  const { notices, idempotency, commit, cases, now } = services;
  const notice = await foundNotice(input.params.number, notices);
  refuseUnlessOpen(notice, now());
  const { noticeNumber, caseId, objectionCount, departmentId } = notice;
  const { case: read } = await readFundingCase(caseId, services);
  const receivedAt = localInstant(now());
  const on = localDateOf(now());
  const { perCallerAndDay } = moneyRulesOn(on).objections;
  const { objectionId } = raised;
  const objection: Objection = {
    ...raised,
    noticeNumber,
    caseId,
    receivedAt,
    shown: 'RECEIVED',
    version: 1,
  };
  const reply = { body: { objectionId, noticeNumber, receivedAt } };
  await commit([
    idempotency.remember(input.idempotency, reply, now()),
    notices.count({ address: input.from ?? '', on, limit: perCallerAndDay }),
    notices.change(notice, { objectionCount: objectionCount + 1 }),
    notices.putObjection(undefined, objection),
    ...filesTaken,
    ...cases.change(
      read,
      {},
      {
        kind: 'notice-objection-received',
        at: receivedAt,
        actor: { by: 'platform', step: 'ObjectToNotice' },
        details: { noticeNumber, objectionId, ground: raised.ground },
      },
    ),
    ...services.outbox.notify('notice-objection-received', read, receivedAt, {
      number: noticeNumber,
      departmentId,
    }),
  ]);
  return reply;
}

function refuseUnlessOpen({ noticeNumber, state, endsAt, objectionCount }: Notice, now: Date): void {
  const present = { noticeNumber, state, endsAt };
  if (state !== 'PUBLISHED' || now.getTime() > Date.parse(endsAt)) {
    throw new RefusedError({
      status: 409,
      code: 'notice-over',
      zh: '公示已结束，不再受理异议',
      en: 'The notice is over: objections are no longer taken',
      present,
    });
  }
  const { perNotice } = moneyRulesOn(localDateOf(now)).objections;
  if (objectionCount < perNotice) return;
  throw new RefusedError({
    status: 409,
    code: 'notice-has-enough-objections',
    zh: `该公示已收到 ${perNotice} 项异议，将一并核查，不再受理新的异议`,
    en: `The notice has ${perNotice} objections already: they are reviewed together and no more are taken`,
    present,
  });
}

export const handler = route(ObjectToNotice, objectToNotice, objectingServices);
