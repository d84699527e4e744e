import type { RegisterLoad } from '../../../workflows/listing-certificate/register/contract.ts';
import type { Outbox } from '../../shared/store/outbox-store.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

type Ended =
  | { readonly status: 'LOADED'; readonly version: number; readonly recordCount: number }
  | { readonly status: 'REFUSED'; readonly badLineCount: number }
  | { readonly status: 'SUPERSEDED' | 'FAILED' };

/** Tells who announced a file what became of it, in the transaction that ends the load. One write. */
export function tellOfLoad(
  outbox: Outbox,
  { departmentId, loadId, createdAt, createdBy }: RegisterLoad,
  ended: Ended,
  at: string,
): GuardedWrite[] {
  const of = { organisationId: departmentId };
  const file = { departmentId, officerId: createdBy.personId, loadId, announcedAt: createdAt };
  switch (ended.status) {
    case 'LOADED': {
      const figures = { version: String(ended.version), records: String(ended.recordCount) };
      return outbox.notify('register-loaded', of, at, { ...file, ...figures });
    }
    case 'REFUSED':
      return outbox.notify('register-load-refused', of, at, {
        ...file,
        badLines: String(ended.badLineCount),
      });
    case 'SUPERSEDED':
      return outbox.notify('register-load-superseded', of, at, file);
    case 'FAILED':
      return outbox.notify('register-load-failed', of, at, file);
  }
}
