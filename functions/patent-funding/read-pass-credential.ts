import { ReadPassCredential } from '../../workflows/patent-funding/pre-examination/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { readPassed } from './pre-examination/passed.ts';

type Contract = typeof ReadPassCredential;

/**
 * The signed credential, for those who may see the case.
 * @throws RefusedError 409 where the case has no pass certificate, or one from before they were signed
 */
export async function readPassCredential(
  { case: { caseId } }: RouteInput<Contract>,
  services: Pick<Services, 'cases'>,
): Promise<RouteReply<Contract>> {
  const { number, credential } = (await readPassed(caseId, services)).certificate;
  if (credential === undefined) throw notSigned(number);
  return { body: credential };
}

function notSigned(number: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'pass-certificate-not-signed',
    zh: '该预审合格证明出具于平台启用签名之前，没有可验证凭证',
    en: 'The pass certificate was issued before they were signed and has no credential',
    present: { number },
  });
}

export const handler = route(ReadPassCredential, readPassCredential);
