import type { FundingDetail, PatentRow } from '../../workflows/patent-funding/contract.ts';
import { PublishNotice } from '../../workflows/patent-funding/money/steps.ts';
import type { Notice } from '../../workflows/patent-funding/notice/contract.ts';
import { noticeEnd } from '../../workflows/patent-funding/notice/rules/notice-end.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { programmeToday } from './money/account.ts';
import { nothingLeft } from './money/nothing-left.ts';
import { secondsUntil } from './money/planned-task.ts';
import { recheckGrant } from './money/recheck-grant.ts';
import { releaseStruck } from './money/release-struck.ts';
import { strikeOut } from './money/strike-out.ts';
import { answered, awaitRegistry } from './registry/unreachable.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next = { caseId: string; next: 'await' | 'later'; seconds: number } | { caseId: string; next: 'end' };

const ACTOR = { by: 'platform', step: 'PublishNotice' } as const;

/**
 * Looks at every patent again and publishes what is left of the grant, for the working days of the programme. A second run finds the notice.
 */
export async function publishNotice(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  const next = await untilFresh(() => publishOnce(caseId, services));
  await releaseStruck(caseId, services);
  return next;
}

async function publishOnce(caseId: string, services: MoneyServices): Promise<Next> {
  const read = await readFundingUnderWay(caseId, services);
  const noticed = read.detail.progress?.notice;
  if (noticed) return { caseId, next: 'await', seconds: secondsUntil(noticed.endsAt, services.now()) };
  if (read.detail.outcome?.end === 'nothing-left') return { caseId, next: 'end' };
  const struck = await recheckGrant(read, services);
  if (struck === undefined) {
    return { caseId, next: 'later', seconds: await awaitRegistry(read, ACTOR, services) };
  }
  const funding = answered(read);
  const at = localInstant(services.now());
  const left = await strikeOut(
    funding,
    struck,
    { at, actor: ACTOR, reason: '公示前复核 / Re-check before the notice' },
    services,
  );
  if (left.nothingLeft) {
    await services.commit([...nothingLeft(funding, left, struck, { at, actor: ACTOR }, services)]);
    return { caseId, next: 'end' };
  }
  const { notice, writes } = await newNotice(funding, left, at, services);
  const { noticeNumber, endsAt, endsProvisional } = notice;
  const progress = {
    ...left.detail.progress,
    notice: { noticeNumber, publishedAt: at, endsAt, endsProvisional },
  };
  await services.commit([
    ...services.cases.change(
      funding.case,
      { detail: { ...left.detail, progress } },
      {
        kind: 'notice-published',
        at,
        actor: ACTOR,
        details: { noticeNumber, endsAt, struckOut: [...struck.keys()], amountFen: notice.amountFen },
      },
    ),
    ...left.writes,
    ...writes,
    ...services.outbox.notify('notice-published', funding.case, at, { number: noticeNumber, dueAt: endsAt }),
  ]);
  return { caseId, next: 'await', seconds: secondsUntil(endsAt, services.now()) };
}

async function newNotice(
  { case: { caseId, applicant } }: FundingCase,
  { detail, rows }: { readonly detail: FundingDetail; readonly rows: readonly PatentRow[] },
  publishedAt: string,
  services: MoneyServices,
): Promise<{ notice: Notice; writes: GuardedWrite[] }> {
  const { programmeId, programmeVersion: version, amountFen = 0 } = detail;
  const { name, noticeWorkingDays, reviewDepartmentId } = await programmeToday(programmeId, services);
  const year = publishedAt.slice(0, 4);
  const number = await services.numbers.next(`notice#${year}`);
  const notice: Notice = {
    noticeNumber: `GS-${year}-${String(number.value).padStart(6, '0')}`,
    caseId,
    programme: { programmeId, version, name },
    departmentId: reviewDepartmentId,
    applicant,
    patents: rows.flatMap((row) =>
      row.amountFen === undefined
        ? []
        : [{ number: row.number, title: row.title, kind: row.kind, amountFen: row.amountFen }],
    ),
    amountFen,
    publishedAt,
    workingDays: noticeWorkingDays,
    ...noticeEnd(await services.calendars.read(), publishedAt, noticeWorkingDays),
    state: 'PUBLISHED',
    struckOut: [],
    objectionCount: 0,
    outcomes: {},
    version: 1,
  };
  return { notice, writes: [number.take, services.notices.publish(notice)] };
}

export const handler = task(PublishNotice, publishNotice, moneyServices);
