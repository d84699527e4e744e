import type { ListingCatalogueView } from '../../../../workflows/listing-certificate/routes.ts';
import type { Draft } from './draft.ts';

/** What every step of the form is given. */
export interface FormProps {
  readonly draft: Draft;
  readonly change: (next: (before: Draft) => Draft) => void;
  /** What is wrong at a place of the request (RFC 6901), in words. */
  readonly faultsAt: (pointer: string) => readonly string[];
  readonly rules: ListingCatalogueView;
}
