/**
 * Opens a part on its file; what goes wrong is told with the file and what it holds.
 *
 * @param what `the objects of S3`
 */
export async function namingFile<T>(
  what: string,
  file: string | undefined,
  open: () => T | Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (file === undefined || reason.includes(file)) throw error;
    const advice = 'restore it from a backup, or move it away to start empty';
    throw new Error(`${file} (${what}) cannot be opened: ${reason}; ${advice}`, { cause: error });
  }
}
