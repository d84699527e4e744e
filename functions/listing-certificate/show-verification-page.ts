import { ShowVerificationPage } from '../../workflows/listing-certificate/certificate-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { PAGE_HEADERS } from '../shared/page/document.ts';
import { html } from '../shared/page/html.ts';
import { route } from '../shared/route.ts';
import { certificateSection } from './page/certificate-section.ts';
import { page } from './page/page.ts';
import { withProblemPages } from './page/problem-page.ts';
import { verificationForm } from './page/verification-form.ts';
import { publishedCertificate } from './store/published-certificate.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** Public verification for people: where the QR code of a report leads. */
export async function showVerificationPage(
  { params, query }: Pick<RouteInput<typeof ShowVerificationPage>, 'params' | 'query'>,
  { certificates }: Pick<ServicesWithCertificates, 'certificates'>,
) {
  const { number } = params;
  const certificate = await publishedCertificate(certificates, number, query.code);
  const form = certificate.masked ? verificationForm({ number }) : html``;
  const body = page(`${number} 核验`, html`${certificateSection(certificate)}${form}`);
  return { body, headers: PAGE_HEADERS };
}

export const handler = withProblemPages(
  route(ShowVerificationPage, showVerificationPage, servicesWithCertificates),
);
