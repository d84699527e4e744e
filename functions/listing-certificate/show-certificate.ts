import { ShowCertificate } from '../../workflows/listing-certificate/certificate-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { publishedCertificate } from './store/published-certificate.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** Public verification for programs. */
export async function showCertificate(
  { params, query }: Pick<RouteInput<typeof ShowCertificate>, 'params' | 'query'>,
  { certificates }: Pick<ServicesWithCertificates, 'certificates'>,
) {
  const body = await publishedCertificate(certificates, params.number, query.code);
  // Status changes (superseded, revoked) must show at once, and addresses with a code must not lie in caches.
  return { body, headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*' } };
}

export const handler = route(ShowCertificate, showCertificate, servicesWithCertificates);
