/** A file on its way to the platform, kept on this device until it has arrived and is clean. */
export interface KeptFile {
  readonly key: string;
  /** Person and form it belongs to. */
  readonly owner: string;
  readonly file: File;
  /** Once it lies in the bucket. */
  readonly attachmentId?: string;
}

const STORE = 'files';

/** Files do not fit into localStorage: https://developer.mozilla.org/docs/Web/API/IndexedDB_API */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('portal', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await answerOf(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** A browser that keeps nothing (a private window, a full disk) sends files all the same. */
export async function keepFile(kept: KeptFile): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept)).catch(() => {});
}

export async function releaseFile(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key)).catch(() => {});
}

export async function keptFilesOf(owner: string): Promise<readonly KeptFile[]> {
  const all: readonly KeptFile[] = await inStore('readonly', (store) => store.getAll()).catch(() => []);
  return all.filter((kept) => kept.owner === owner);
}
