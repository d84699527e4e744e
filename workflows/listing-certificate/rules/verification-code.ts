/** A code as people type it, told apart only by its letters and digits: case, spaces and hyphens do not matter. */
export function comparableCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
}
