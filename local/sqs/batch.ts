import { ServiceError } from '../json-protocol.ts';

const MOST_ENTRIES = 10;

/**
 * Runs a batch entry by entry; an entry that fails does not stop the others.
 * @param run what it returns stands in the answer beside the entry's Id
 * @throws ServiceError for a batch that is none
 */
export function eachEntry<E extends { readonly Id: string }>(
  entries: readonly E[],
  run: (entry: E) => object | undefined,
) {
  checkBatch(entries.map(({ Id }) => Id));
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

function checkBatch(ids: readonly string[]): void {
  if (ids.length === 0) {
    throw new ServiceError('EmptyBatchRequest', 'The batch request does not contain any entries.');
  }
  if (ids.length > MOST_ENTRIES) {
    const message = `The batch request contains more than ${MOST_ENTRIES} entries.`;
    throw new ServiceError('TooManyEntriesInBatchRequest', message);
  }
  if (new Set(ids).size < ids.length) {
    const message = 'Two or more batch entries in the request have the same Id.';
    throw new ServiceError('BatchEntryIdsNotDistinct', message);
  }
}
