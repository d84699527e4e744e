import { RecordGrant } from '../../workflows/patent-funding/pre-examination/routes.ts';
import type { RegistryRecord } from '../../workflows/patent-funding/registry/contract.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, TransientError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { readPassed } from './pre-examination/passed.ts';
import { RegistryUnreachableError } from './registry/patent-registry.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof RecordGrant;

/** Whether a passed filing was granted, as the registry says and not as anybody tells; recorded once. */
export async function recordGrant(
  { case: { caseId }, actor, idempotency }: RouteInput<Contract>,
  services: FundingServices,
): Promise<RouteReply<Contract>> {
  return untilFresh(async () => {
    const { case: read, detail } = await readPassed(caseId, services);
    if (detail.grant !== undefined) return { body: { granted: true, grant: detail.grant } };
    if (detail.filing === undefined) throw notFiled();
    const registered = await lookUp(detail.filing.number, services);
    if (registered?.grantedOn === undefined) return { body: { granted: false } };
    const { grantedOn, grantPublicationNumber } = registered;
    const at = localInstant(services.now());
    const grant = {
      grantedOn,
      ...(grantPublicationNumber === undefined ? {} : { grantPublicationNumber }),
      recordedAt: at,
    };
    const reply: RouteReply<Contract> = { body: { granted: true, grant }, version: read.version + 1 };
    await services.commit([
      services.idempotency.remember(idempotency, reply, services.now()),
      ...services.cases.change(
        read,
        { detail: { ...detail, grant } },
        { kind: 'grant-recorded', at, actor: personOf(actor), details: { grantedOn } },
      ),
    ]);
    return reply;
  });
}

async function lookUp(
  number: string,
  { registry }: Pick<FundingServices, 'registry'>,
): Promise<RegistryRecord | undefined> {
  try {
    return (await registry.find([number])).get(number);
  } catch (error) {
    if (!(error instanceof RegistryUnreachableError)) throw error;
    throw new TransientError('The registry of patents does not answer', { cause: error });
  }
}

function notFiled(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'filing-not-reported',
    zh: '尚未报送专利申请号',
    en: 'The filing is not reported yet',
  });
}

export const handler = route(RecordGrant, recordGrant, fundingServices);
