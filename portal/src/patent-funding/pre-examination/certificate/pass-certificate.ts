import * as z from 'zod';
import { PreExaminationDetail } from '../../../../../workflows/patent-funding/pre-examination/contract.ts';
import { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import { CaseSummary } from '../../../../../workflows/shared/case.ts';
import { credentialPayload } from '../../../api/credential-payload.ts';

/** Language-tagged strings as the words of both languages. */
const Words = z
  .array(z.object({ '@value': z.string(), '@language': z.string() }))
  .transform((tagged) => {
    const said = (language: string) => tagged.find((one) => one['@language'] === language)?.['@value'];
    return { zh: said('zh-CN'), en: said('en') };
  })
  .pipe(Bilingual);

/** What a pass certificate says, as its credential carries it (workflows/patent-funding/pre-examination/rules/pass-credential.ts). */
const Credential = z.object({
  name: Words,
  issuer: z.object({ id: z.string(), name: Words }),
  validFrom: z.string(),
  credentialSubject: z.object({
    number: z.string(),
    caseNumber: z.string(),
    applicant: CaseSummary.shape.applicant,
    ...PreExaminationDetail.pick({ title: true, kind: true, industryId: true, ipc: true }).shape,
    documents: z.array(z.object({ sha256: z.string() })),
    fileBy: z.string(),
    fileByProvisional: z.boolean(),
  }),
  termsOfUse: z.array(z.object({ notice: Words })),
});

/** Reads the credential of a pass certificate. */
export function passCertificateOf(credential: string) {
  const said = Credential.parse(credentialPayload(credential));
  return {
    title: said.name,
    issuer: said.issuer,
    issuedAt: said.validFrom,
    filing: said.credentialSubject,
    notices: said.termsOfUse.map(({ notice }) => notice),
  };
}
export type PrintedCertificate = ReturnType<typeof passCertificateOf>;
