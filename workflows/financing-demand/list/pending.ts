import type { ListItem, ListItemKind } from './contract.ts';

/**
 * What an institution is still to be told of one demand: one row, however often the demand changes before the next list.
 * `fresh`: it is to be shown as new. `ended`: it is not to be seen any more. `unknown`: the institution was never told of it.
 */
export interface PendingTelling {
  readonly demandId: string;
  readonly demandVersion: number;
  readonly fresh?: boolean | undefined;
  readonly ended?: Extract<ListItemKind, 'CLOSED' | 'CONSENT_WITHDRAWN'> | undefined;
  readonly unknown?: boolean | undefined;
}

/** The item of the list; none where the demand was over before the institution ever heard of it. */
export function itemOf({ demandId, demandVersion, fresh, ended, unknown }: PendingTelling): ListItem[] {
  if (ended && unknown) return [];
  return [{ demandId, demandVersion, kind: ended ?? (fresh ? 'NEW' : 'CHANGED') }];
}
