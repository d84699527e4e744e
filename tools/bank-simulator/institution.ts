import type { Person } from '../../demo/person.ts';
import type { Endpoint, SigningSecret } from '../../workflows/financing-demand/endpoint/contract.ts';
import { type EndpointOptions, type SimulatedEndpoint, startEndpoint } from './endpoint.ts';

const ENDPOINT = '/v1/institutions/me/endpoint';

/** Registers a simulated endpoint at the platform, gives it the keys and has it verified: what an institution's engineer does. */
export async function connectInstitution(
  banker: Person,
  options: EndpointOptions = {},
): Promise<SimulatedEndpoint> {
  const endpoint = await startEndpoint(options);
  const version = await presentVersion(banker);
  const registered = await banker.put<Endpoint>(ENDPOINT, { url: endpoint.url }, { etag: `"${version}"` });
  await trustKeys(banker, endpoint);
  await banker.post(`${ENDPOINT}/verification`, {}, { etag: registered.etag });
  return endpoint;
}

/** Hands the platform's keys to the endpoint. */
export async function trustKeys(banker: Person, endpoint: SimulatedEndpoint): Promise<void> {
  const { body } = await banker.get<{ secrets: SigningSecret[] }>(`${ENDPOINT}/secrets`);
  endpoint.trust(body.secrets.map(({ secret }) => secret));
}

/** Has an endpoint verified again that was disabled. */
export async function verifyAgain(banker: Person): Promise<void> {
  await banker.post(`${ENDPOINT}/verification`, {}, { etag: `"${await presentVersion(banker)}"` });
}

async function presentVersion(banker: Person): Promise<number> {
  try {
    return (await banker.get<{ endpoint: Endpoint }>(ENDPOINT)).body.endpoint.version;
  } catch {
    return 0;
  }
}
