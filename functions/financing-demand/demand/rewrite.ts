import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { MatchResult } from '../../../workflows/financing-demand/match.ts';
import { matchInstitutions } from '../../../workflows/financing-demand/rules/match-institutions.ts';
import { nextMoment } from '../../../workflows/financing-demand/rules/next-moment.ts';
import {
  nextRecipients,
  roomLeft,
  roomOfRound,
  roundOf,
} from '../../../workflows/financing-demand/rules/next-recipients.ts';
import { type OpenDemand, openDemandOf } from '../../../workflows/financing-demand/rules/open-demand.ts';
import { type Telling, whatToTell } from '../../../workflows/financing-demand/rules/what-to-tell.ts';
import type { CaseStatus } from '../../../workflows/shared/case.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { Demand } from '../../shared/demand.ts';
import type { PendingStart } from '../../shared/store/case-store.ts';
import type { Deed } from '../../shared/store/case-write.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { AtOnce } from '../store/list-write.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** What changes in a demand; the version and what recipients are told follow from it. */
export interface DemandChange {
  readonly detail: DemandDetail;
  readonly status?: CaseStatus;
  readonly deed: Omit<Deed, 'at'>;
  /** Match anew and send the demand to who is eligible now: those the present round has room for, or the institutions of the next. */
  readonly rematch?: boolean | 'next-round';
  /** Tell the recipients at once, whether or not the demand is urgent. */
  readonly atOnce?: boolean;
}

export interface Rewritten {
  readonly detail: DemandDetail;
  readonly writes: readonly GuardedWrite[];
  readonly tellings: readonly Telling[];
  /** Draw up these lists after the commit. */
  readonly atOnce?: AtOnce;
  /** Begin this execution after the commit: the one before sleeps past a moment that the change brought. */
  readonly restart?: PendingStart;
}

type RewriteServices = Pick<
  ServicesWithLists,
  'cases' | 'lists' | 'products' | 'openDemands' | 'financingRules' | 'now'
>;

/**
 * The one way in which a demand changes: case, audit, what each institution is to be told and, where it was matched, the result, all
 * for one transaction. At most 15 writes and one for each recipient. Wrap reading, this and the commit in `untilFresh`.
 */
export async function rewrite(
  before: Demand,
  change: DemandChange,
  services: RewriteServices,
): Promise<Rewritten> {
  const { cases, lists, products, openDemands, financingRules, now } = services;
  const at = localInstant(now());
  const rules = financingRules(now());
  const { institutions } = rules.directory;
  const version = before.case.version + 1;
  const changed = { ...change.detail, version };
  const matched =
    change.rematch && !changed.ended
      ? await matchAnew(before.demandId, changed, change.rematch === 'next-round', services)
      : undefined;
  const { detail, tellings } = whatToTell(before.detail, matched?.detail ?? changed, {
    institutions,
    at,
  });
  const atOnce = atOnceOf(before.demandId, detail, tellings, change.atOnce === true);
  const status = change.status === undefined ? {} : { status: change.status };
  const restart = restartOf(before, detail, now());
  const attempt = restart === undefined ? {} : { attempt: restart.attempt };
  return {
    detail,
    tellings,
    writes: [
      ...cases.change(before.case, { ...status, ...attempt, detail }, { ...change.deed, at }),
      ...lists.tell(before.demandId, version, tellings),
      ...(matched ? [products.keepMatches(matched.result)] : []),
      ...openDemands.move(
        openOf(before.demandId, before.detail, before.case.status),
        openOf(before.demandId, detail, change.status ?? before.case.status),
      ),
      ...(atOnce ? [lists.tellAtOnce(atOnce)] : []),
    ],
    ...(atOnce && { atOnce }),
    ...(restart && { restart }),
  };
}

/** Where it stands among the demands under way. */
function openOf(demandId: string, detail: DemandDetail, status: CaseStatus): OpenDemand | undefined {
  return status === 'IN_REVIEW' && !detail.ended ? openDemandOf(demandId, detail) : undefined;
}

/** The machine sleeps until the next moment it knows of; where an earlier one comes, another execution takes its place. */
function restartOf(
  { case: { caseId, workflow, status, attempt }, detail: before }: Demand,
  after: DemandDetail,
  now: Date,
): PendingStart | undefined {
  // A round that begins after all were asked ends earlier, too.
  const begunAgain = before.exhaustedAt !== undefined && after.exhaustedAt === undefined;
  const earlier = begunAgain || nextMoment(after, now) < nextMoment(before, now);
  if (status !== 'IN_REVIEW' || after.ended || !earlier) return undefined;
  return { caseId, workflow, attempt: attempt + 1 };
}

async function matchAnew(
  demandId: string,
  detail: DemandDetail,
  nextRound: boolean,
  { products, financingRules, now }: RewriteServices,
): Promise<{ detail: DemandDetail; result: MatchResult }> {
  const at = now();
  const { matching, catalogue, directory } = financingRules(at);
  const { institutions } = directory;
  const catalogues = await products.all();
  const matches = matchInstitutions(detail, { institutions, catalogues, rules: matching, at });
  const round = roundOf(detail) + (nextRound && detail.recipients.length > 0 ? 1 : 0);
  const chosen = nextRecipients(detail, matches, {
    institutions,
    rules: matching,
    samePresentRound: !nextRound,
    room: nextRound ? roomOfRound(detail, matching) : roomLeft(detail, matching),
  });
  const sentAt = localInstant(at);
  const added = chosen.map((institutionId) => ({ institutionId, round, sentAt }));
  return {
    detail: { ...detail, recipients: [...detail.recipients, ...added] },
    result: {
      demandId,
      matchedAt: sentAt,
      catalogueVersion: catalogue.version,
      matchingVersion: matching.version,
      directoryVersion: directory.version,
      matches,
    },
  };
}

/** All recipients, so that a mark which a crash left is not lost in a later one. */
function atOnceOf(
  demandId: string,
  { version, terms, recipients }: DemandDetail,
  tellings: readonly Telling[],
  always: boolean,
): AtOnce | undefined {
  if (tellings.length === 0 || !(always || terms.urgent)) return undefined;
  const institutionIds = recipients.map(({ institutionId }) => institutionId);
  return { demandId, demandVersion: version, institutionIds };
}
