import { RevokeCertificate } from '../../workflows/listing-certificate/revocation-routes.ts';
import { revoked } from '../../workflows/listing-certificate/rules/certificate-standing.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { refuseUnless } from './standing/refuse-unless.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

type Contract = typeof RevokeCertificate;

/**
 * Takes an issued report back, with the reason and the legal basis. 409 with the present state where it is superseded or revoked
 * already; against a correction of the same moment exactly one wins, because both change how the certificate stands.
 */
export async function revokeCertificate(
  input: RouteInput<Contract>,
  services: ServicesWithCertificates,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => revoke(input, services));
}

async function revoke(
  { case: { caseId }, actor, body: { number, reason, legalBasis }, idempotency }: RouteInput<Contract>,
  { cases, certificates, outbox, commit, idempotency: markers, now }: ServicesWithCertificates,
): Promise<RouteReply<Contract>> {
  const [found, read] = await Promise.all([
    cases.read(caseId),
    certificateOfCase(certificates, caseId, number),
  ]);
  if (!found) throw new Error(`case ${caseId} is gone`);
  refuseUnless('revoke', read);
  const at = localInstant(now());
  const revocation = { revokedAt: at, reason, legalBasis };
  const next = revoked(read.standing, revocation);
  const reply: RouteReply<Contract> = { body: { number, status: next.status, revocation } };
  const details = { number, reason, legalBasis };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...cases.change(found, {}, { kind: 'result-revoked', at, actor: personOf(actor), details }),
    ...(await certificates.changeStandings([{ read, next }])),
    ...outbox.notify('result-revoked', found, at, { number }),
  ]);
  return reply;
}

export const handler = route(RevokeCertificate, revokeCertificate, servicesWithCertificates);
