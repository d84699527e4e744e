import type { ListingPurpose } from '../contract.ts';

/**
 * Names what an enterprise may ask for once a day: the key of the marker item that a second case of the same purpose runs
 * into. `onDate` is the local date of the submission.
 */
export function dailyPurpose(uscc: string, purpose: ListingPurpose, onDate: string): string {
  return [uscc, purpose.kind, purpose.board, onDate].join('#');
}
