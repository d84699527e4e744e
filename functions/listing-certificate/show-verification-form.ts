import { ShowVerificationForm } from '../../workflows/listing-certificate/certificate-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { PAGE_HEADERS } from '../shared/page/document.ts';
import { route } from '../shared/route.ts';
import { page } from './page/page.ts';
import { withProblemPages } from './page/problem-page.ts';
import { verificationForm } from './page/verification-form.ts';
import { showVerificationPage } from './show-verification-page.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** The form to verify by number and code; submitted, the page of that certificate. */
export async function showVerificationForm(
  { query }: Pick<RouteInput<typeof ShowVerificationForm>, 'query'>,
  services: Pick<ServicesWithCertificates, 'certificates'>,
) {
  const number = query.number?.trim() ?? '';
  if (number !== '')
    return showVerificationPage({ params: { number }, query: { code: query.code } }, services);
  return { body: page('报告核验', verificationForm({})), headers: PAGE_HEADERS };
}

export const handler = withProblemPages(
  route(ShowVerificationForm, showVerificationForm, servicesWithCertificates),
);
