/** Key of an item of CertificateTable (workflows/shared/tables.ts). */
type Key = { readonly pk: string; readonly sk: string };

/** Facts, status and where the PDF lies. */
export const certificateKey = (number: string): Key => ({ pk: `CERTIFICATE#${number}`, sk: 'FACTS' });

/** The signed credential. */
export const credentialKey = (number: string): Key => ({ pk: `CERTIFICATE#${number}`, sk: 'CREDENTIAL' });

/** Which number a case was given: one certificate per case. */
export const caseKey = (caseId: string): Key => ({ pk: `CASE#${caseId}`, sk: 'CERTIFICATE' });
