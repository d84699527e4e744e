/** The order of names in reports: by code points, the same everywhere. */
export const RANK = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
