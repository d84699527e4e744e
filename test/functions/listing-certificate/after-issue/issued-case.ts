import { nextCertificateNumber } from '../../../../functions/listing-certificate/number/next-certificate-number.ts';
import { publishCertificate } from '../../../../functions/listing-certificate/publish-certificate.ts';
import { readListingCase } from '../../../../functions/listing-certificate/store/listing-case.ts';
import { listingRuleVersions } from '../../../../functions/listing-certificate/store/listing-rules.ts';
import application from '../../../../seeds/demonstration/group-application.json' with { type: 'json' };
import type { Certificate, CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import type { FieldAnswer, ViolationRecord } from '../../../../workflows/listing-certificate/contract.ts';
import { certificateFacts } from '../../../../workflows/listing-certificate/rules/certificate-facts.ts';
import { rulesOfCase } from '../../../../workflows/listing-certificate/rules/effective-rules.ts';
import { type ListingWorld, submit } from '../listing-world.ts';

const KINDS = ['initial-public-offering', 'refinancing', 'bond', 'merger'] as const;
const BOARDS = ['sse-main', 'sse-star', 'szse-main', 'szse-chinext', 'bse', 'neeq', 'hkex', 'other'] as const;
let count = 0;

export const APPLICANT = application.applicant.uscc;

export const RECORDS: ViolationRecord[] = ['7', '8'].map((serial) => ({
  documentNumber: `演示罚字〔2024〕第${serial}号`,
  decidedOn: '2024-05-20',
  authority: '演示生态环境局（虚构）',
  behaviourKind: '演示行为',
  outcome: '罚款人民币200元（演示）',
  repaired: true,
}));

/** A case whose report is issued: records of the applicant in environment and tax, none elsewhere. */
export async function issuedCase(world: ListingWorld): Promise<CertificateFacts> {
  const { services } = world;
  const caseId = await submittedCase(world);
  const { case: read, detail } = await readListingCase(caseId, services);
  const rules = rulesOfCase(listingRuleVersions(), detail.madeUnder);
  const { take, ...numbered } = await nextCertificateNumber(services.numbers, services.now());
  const said = (uscc: string, fieldId: string): FieldAnswer =>
    uscc === APPLICANT && ['environment', 'tax'].includes(fieldId)
      ? { uscc, fieldId, finding: 'records', records: RECORDS }
      : { uscc, fieldId, finding: 'no-record' };
  const answers = rules.catalogue.departments.map(({ id }) => ({
    departmentId: id,
    decidedAt: '2026-06-03T15:00:00+08:00',
    answer: {
      answers: detail.entities.flatMap(({ uscc }) => detail.fields.map((fieldId) => said(uscc, fieldId))),
    },
  }));
  const { caseNumber } = read;
  const facts = certificateFacts({ caseId, caseNumber, detail, answers, rules, ...numbered });
  const deed = {
    kind: 'review-planned',
    at: facts.issuedAt,
    actor: { by: 'platform', step: 'test' },
  } as const;
  await services.commit([
    take,
    ...services.certificates.putFacts(facts),
    ...services.cases.change(read, { status: 'IN_REVIEW' }, deed),
  ]);
  await signAndRender(world, facts.number);
  await publishCertificate({ caseId, number: facts.number }, services);
  return facts;
}

async function submittedCase(world: ListingWorld): Promise<string> {
  count += 1;
  const purpose = { kind: KINDS[Math.floor(count / 8) % 4], board: BOARDS[count % 8] };
  const { body } = await submit(world, { key: `issued-${count}`, body: { ...application, purpose } });
  return String(body.caseId);
}

/** What sign-certificate and render-report leave behind. */
export async function signAndRender({ services }: ListingWorld, number: string): Promise<void> {
  await services.certificates.setCredentialIfAbsent(number, 'header.payload.signature');
  const pdf = { key: `report-${number}.pdf`, sha256: '0'.repeat(64), sizeBytes: 1 };
  await services.certificates.setPdfIfAbsent(number, pdf);
}

export async function certificate({ services }: ListingWorld, number: string): Promise<Certificate> {
  const read = await services.certificates.read(number);
  if (!read) throw new Error(`there is no certificate ${number}`);
  return read;
}

export async function auditKinds({ services }: ListingWorld, caseId: string): Promise<string[]> {
  return (await services.cases.readAudit(caseId, { limit: 100 })).items.map((entry) => entry.kind);
}
