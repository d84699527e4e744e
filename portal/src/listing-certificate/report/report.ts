import * as z from 'zod';
import { CertificateFacts, MatrixCell } from '../../../../workflows/listing-certificate/certificate.ts';
import { credentialPayload } from '../../api/credential-payload.ts';

/** What a report says, as its credential carries it (workflows/listing-certificate/rules/credential.ts). */
const Report = z.object({
  number: z.string(),
  fields: CertificateFacts.shape.fields,
  entities: z.array(
    z.object({ uscc: z.string(), name: z.string(), findings: z.array(MatrixCell.omit({ uscc: true })) }),
  ),
});
export type Report = z.infer<typeof Report>;

/** Reads the report's credential. */
export function reportOf(credential: string): Report {
  return z.object({ credentialSubject: Report }).parse(credentialPayload(credential)).credentialSubject;
}

/** One cell of the report with records, which may be disputed. */
export interface RecordedCell extends Pick<MatrixCell, 'uscc' | 'fieldId' | 'departmentId'> {
  readonly key: string;
  readonly entityName: string;
  readonly records: NonNullable<MatrixCell['records']>;
}

/** The cells in which the report lists records, entity by entity. */
export function recordedCells({ entities }: Report): RecordedCell[] {
  return entities.flatMap(({ uscc, name, findings }) =>
    findings.flatMap(({ fieldId, departmentId, records = [] }) =>
      records.length === 0
        ? []
        : [{ key: `${uscc} ${fieldId}`, uscc, fieldId, departmentId, entityName: name, records }],
    ),
  );
}
