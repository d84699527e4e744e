import { ReportFiling } from '../../workflows/patent-funding/pre-examination/routes.ts';
import { filingFaults } from '../../workflows/patent-funding/pre-examination/rules/filing-faults.ts';
import { canonicalPatentNumber } from '../../workflows/shared/identifiers.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { readPassed } from './pre-examination/passed.ts';

type Contract = typeof ReportFiling;

/**
 * The number under which a passed filing was made, once; a number belongs to one certificate.
 * @throws RefusedError 422 faults; 409 where a filing is reported already, or the number for another certificate
 */
export async function reportFiling(
  { case: { caseId }, actor, body, idempotency }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return untilFresh(async () => {
    const { case: read, detail, certificate } = await readPassed(caseId, services);
    if (detail.filing !== undefined) throw refused('filing-reported', detail.filing);
    const todayOn = localDateOf(services.now());
    const faults = filingFaults(body, { kind: detail.kind, certificate, todayOn });
    if (faults.length > 0) throw refusedForFaults(faults);
    const at = localInstant(services.now());
    const number = canonicalPatentNumber(body.number);
    const filing = { number, filedOn: body.filedOn, reportedAt: at };
    const reply: RouteReply<Contract> = { body: filing, version: read.version + 1 };
    await services.commit([
      services.idempotency.remember(idempotency, reply, services.now()),
      services.claims.claim(`pre-examined-filing#${number}`, caseId, () => refused('filing-of-another')),
      ...services.cases.change(
        read,
        { detail: { ...detail, filing } },
        { kind: 'filing-reported', at, actor: personOf(actor), details: { number, filedOn: body.filedOn } },
      ),
    ]);
    return reply;
  });
}

const WORDS = {
  'filing-reported': { zh: '申请号已报送', en: 'The filing is reported already' },
  'filing-of-another': {
    zh: '该申请号已用于另一份预审合格证明',
    en: 'The number was reported for another pass certificate',
  },
} as const;

function refused(code: keyof typeof WORDS, present?: { number: string; filedOn: string }): RefusedError {
  return new RefusedError({ status: 409, code, ...WORDS[code], ...(present && { present }) });
}

export const handler = route(ReportFiling, reportFiling);
