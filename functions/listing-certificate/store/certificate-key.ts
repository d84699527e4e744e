/** Key of an item of CertificateTable (workflows/shared/tables.ts). */
type Key = { readonly pk: string; readonly sk: string };

/** Facts, status and where the PDF lies. */
export const certificateKey = (number: string): Key => ({ pk: `CERTIFICATE#${number}`, sk: 'FACTS' });

/** The signed credential. */
export const credentialKey = (number: string): Key => ({ pk: `CERTIFICATE#${number}`, sk: 'CREDENTIAL' });

/** The number of the report that a case shows today; of an objection, the corrected report it led to. */
export const caseKey = (caseId: string): Key => ({ pk: `CASE#${caseId}`, sk: 'CERTIFICATE' });

/** A status list (`2026-1`) and its parts in order. */
export const statusListPartition = (list: string): string => `STATUS-LIST#${list}`;
export const shardKey = (list: string, shard: number): Key => ({
  pk: statusListPartition(list),
  sk: String(shard).padStart(2, '0'),
});
