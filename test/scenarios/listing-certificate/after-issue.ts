import { gunzipSync } from 'node:zlib';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Person } from '../../../demo/person.ts';
import type { ListingSubmission } from '../../../workflows/listing-certificate/contract.ts';
import type { PublicCertificate } from '../../../workflows/listing-certificate/public-certificate.ts';
import type { CaseSummary, CaseView, TimelineEntry } from '../../../workflows/shared/case.ts';
import type { TestPlatform } from '../platform.ts';
import { cleanAnswer, decide, readCase, submit } from './steps.ts';

export const RECORD = {
  documentNumber: '演示罚字〔2024〕第7号',
  decidedOn: '2024-05-20',
  authority: '演示主管部门（虚构）',
  behaviourKind: '演示行为',
  outcome: '罚款人民币200元（演示）',
  repaired: true,
};

/** A case whose report lists a record of its first entity in the first field of each of these departments. */
export async function issuedWithRecords(
  platform: TestPlatform,
  enterprise: Person,
  departments: readonly string[],
  variation: Partial<ListingSubmission> = {},
): Promise<CaseView> {
  const submitted = await submit(platform, enterprise, variation);
  for (const task of (await readCase(enterprise, submitted)).tasks) {
    await decide(platform, task, (question) => {
      const { answers } = cleanAnswer(question);
      const [first, ...others] = answers;
      return departments.includes(task.departmentId)
        ? { answers: [{ ...first, finding: 'records', records: [RECORD] }, ...others] }
        : { answers };
    });
  }
  await platform.settle();
  return readCase(enterprise, submitted);
}

interface StatusEntry {
  readonly statusPurpose: string;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
  readonly statusSize?: number;
  readonly statusMessage?: readonly { readonly status: string; readonly message: string }[];
}
interface Credential {
  readonly credentialStatus: readonly StatusEntry[];
  readonly credentialSubject: { readonly encodedList: string; readonly statusPurpose: string };
}

/**
 * What an outsider finds who has nothing but a credential: by the published key and the lists it names, as the W3C's Bitstring
 * Status List tells verifiers to do. Written from the specification, not from our code.
 */
export async function statusByCredential(
  { origin }: TestPlatform,
  credentialJwt: string,
): Promise<{ revoked: boolean; message: string | undefined }> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', origin));
  const verified = async (jwt: string) =>
    (await jwtVerify(jwt, keys, { typ: 'vc+jwt' })).payload as unknown as Credential;
  const { credentialStatus } = await verified(credentialJwt);
  const values = new Map<string, string>();
  for (const entry of credentialStatus) {
    const path = new URL(entry.statusListCredential).pathname;
    const list = await verified(await (await fetch(origin + path)).text());
    const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.replace(/^u/, ''), 'base64url'));
    const size = entry.statusSize ?? 1;
    if ((bits.length * 8) / size < 131_072) throw new Error('STATUS_LIST_LENGTH_ERROR');
    const from = Number(entry.statusListIndex) * size;
    const value = Array.from({ length: size }, (_, bit) => bitAt(bits, from + bit)).reduce(
      (a, b) => a * 2 + b,
      0,
    );
    const said = entry.statusMessage?.find(({ status }) => status === `0x${value.toString(16)}`)?.message;
    values.set(entry.statusPurpose, said ?? String(value));
  }
  return { revoked: values.get('revocation') === '1', message: values.get('message') };
}

const bitAt = (bits: Buffer, index: number) => ((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1;

/** The three places where anybody sees how a certificate stands, which must say the same at any moment. */
export async function seenByThePublic(platform: TestPlatform, number: string, credentialJwt: string) {
  const certificate = (await (
    await fetch(`${platform.origin}/v1/certificates/${number}`)
  ).json()) as PublicCertificate;
  const page = await (await fetch(`${platform.origin}/verify/${number}`)).text();
  return { certificate, page, list: await statusByCredential(platform, credentialJwt) };
}

export async function credentialOf(
  person: Person,
  { caseId }: { caseId: string },
  number?: string,
): Promise<string> {
  const query = number === undefined ? '' : `?number=${number}`;
  return (await person.download(`/v1/cases/${caseId}/certificate${query}`)).content.toString();
}

export async function timelineKinds(person: Person, { caseId }: { caseId: string }): Promise<string[]> {
  const { body } = await person.get<{ items: TimelineEntry[] }>(`/v1/cases/${caseId}/timeline?limit=100`);
  return body.items.map(({ kind }) => kind);
}

/** Raises an objection to the record of a department, and lets it reach the desk. */
export async function objectTo(
  platform: TestPlatform,
  enterprise: Person,
  { caseId, ...disputed }: Disputed & { caseId: string },
): Promise<CaseSummary> {
  const path = `/v1/cases/${caseId}/objections`;
  const { body } = await enterprise.post<CaseSummary>(path, objectionTo(disputed));
  await platform.settle();
  return body;
}

interface Disputed {
  readonly number: string;
  readonly uscc: string;
  readonly fieldId: string;
}

/** What an enterprise sends to dispute {@link RECORD} in a cell of its report. */
export function objectionTo({ number, uscc, fieldId }: Disputed) {
  const documentNumbers = [RECORD.documentNumber];
  return { number, cells: [{ uscc, fieldId, documentNumbers, reason: DISPUTED_BECAUSE }] };
}

export const DISPUTED_BECAUSE = '该处罚已被依法撤销（演示）';

/** Where {@link issuedWithRecords} lists the record of the environment department. */
export const ENVIRONMENT_CELL = { uscc: '91500112LJDEM0017W', fieldId: 'environment' };
