import { Endpoint, type KeptEndpoint } from '../../../workflows/financing-demand/endpoint/contract.ts';
import { RefusedError } from '../../shared/errors.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';
import type { EndpointStore } from '../store/endpoint-store.ts';

/** @throws RefusedError 404 where the institution has none */
export async function readEndpoint(
  endpoints: Pick<EndpointStore, 'read'>,
  institutionId: string,
): Promise<KeptEndpoint> {
  const found = await endpoints.read(institutionId);
  if (found) return found;
  throw new RefusedError({
    status: 404,
    code: 'endpoint-not-found',
    zh: '该机构尚未登记接收地址',
    en: 'The institution has not registered an endpoint',
  });
}

/** The endpoint at the version the caller read. @throws RefusedError 404, or 412 where it was changed */
export async function endpointAt(
  endpoints: Pick<EndpointStore, 'read'>,
  institutionId: string,
  version: number,
): Promise<KeptEndpoint> {
  const found = await readEndpoint(endpoints, institutionId);
  if (found.version !== version) throw changedMeanwhile({ ...shown(found) });
  return found;
}

/** What is shown of an endpoint: everything but its keys. */
export function shown(kept: KeptEndpoint): Endpoint {
  return Endpoint.strip().parse(kept);
}
