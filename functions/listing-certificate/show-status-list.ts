import { ShowStatusList } from '../../workflows/listing-certificate/certificate-routes.ts';
import {
  STATUS_PURPOSES,
  type StatusPurpose,
} from '../../workflows/listing-certificate/rules/credential-status.ts';
import { firstSerialOf, StatusPlace } from '../../workflows/listing-certificate/rules/status-list.ts';
import { platformKey } from '../shared/client/platform-key.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { certificateSequence } from './number/certificate-sequence.ts';
import { type SignedStatusLists, signedStatusLists } from './status-list/signed-status-lists.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface StatusListServices extends Pick<ServicesWithCertificates, 'certificates' | 'numbers' | 'now'> {
  readonly statusLists: SignedStatusLists;
}

/**
 * The present status of every certificate of a list, signed, for programs. It is made of what the table holds at this moment: a
 * change shows in the next answer.
 * @throws RefusedError 404 where no certificate has a place in such a list yet
 */
export async function showStatusList(
  { params }: Pick<RouteInput<typeof ShowStatusList>, 'params'>,
  { certificates, numbers, now, statusLists }: StatusListServices,
) {
  const { purpose, list } = named(params.id);
  const { year, serial } = firstSerialOf(list);
  const next = await numbers.next(certificateSequence(year));
  if (next.value <= serial) throw notFound();
  const bits = await certificates.statusList(list);
  const body = await statusLists.sign({ purpose, list, bits, now: now() });
  return { body, headers: { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' } };
}

function named(id: string): { purpose: StatusPurpose; list: string } {
  const purpose = STATUS_PURPOSES.find((candidate) => id.startsWith(`${candidate}-`));
  const list = StatusPlace.shape.list.safeParse(id.slice((purpose?.length ?? 0) + 1));
  if (!purpose || !list.success) throw notFound();
  return { purpose, list: list.data };
}

function notFound(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'status-list-not-found',
    zh: '没有这个状态列表',
    en: 'There is no such status list',
  });
}

export const handler = route(ShowStatusList, showStatusList, () => {
  const { certificates, numbers, now } = servicesWithCertificates();
  return extended({
    certificates,
    numbers,
    now,
    statusLists: signedStatusLists(platformKey(), setting('PUBLIC_BASE_URL')),
  });
});
