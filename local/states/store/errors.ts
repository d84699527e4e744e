/** The store could not be written (a full disk, an I/O error): nothing was acknowledged, nothing is lost. */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError';

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The execution store ${file} could not be written: ${reason}`, { cause });
  }
}

/** The store file is not one, is damaged, is in use, or was written by a newer version. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
}
