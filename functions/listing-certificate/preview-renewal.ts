import { PreviewRenewal } from '../../workflows/listing-certificate/renewal/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { renewalOf } from './renewal/renewal-of.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** What a renewal would ask for, before anything is asked. */
export async function previewRenewal(
  { case: { caseId } }: Pick<RouteInput<typeof PreviewRenewal>, 'case'>,
  services: Pick<ServicesWithCertificates, 'certificates' | 'now'>,
): Promise<RouteReply<typeof PreviewRenewal>> {
  return { body: await renewalOf(caseId, services) };
}

export const handler = route(PreviewRenewal, previewRenewal, servicesWithCertificates);
