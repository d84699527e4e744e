import type {
  PassCertificate,
  PreExaminationDetail,
} from '../../../workflows/patent-funding/pre-examination/contract.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';
import { type PreExaminationCase, readPreExamination } from '../store/pre-examination-case.ts';

export interface Passed extends PreExaminationCase {
  readonly certificate: PassCertificate;
}

/** A pre-examination that was passed. @throws RefusedError 409 for any other case */
export async function readPassed(caseId: string, services: Pick<Services, 'cases'>): Promise<Passed> {
  const found = await readPreExamination(caseId, services);
  if (found?.detail.certificate === undefined) throw notPassed(found?.detail);
  return { ...found, certificate: found.detail.certificate };
}

function notPassed(detail: PreExaminationDetail | undefined): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'no-pass-certificate',
    zh: '本办件没有预审合格证明',
    en: 'The case has no pass certificate',
    present: { verdict: detail?.outcome?.verdict ?? null },
  });
}
