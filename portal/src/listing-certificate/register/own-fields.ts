import type { LegalField } from '../../../../workflows/listing-certificate/catalogue.ts';
import { ShowListingCatalogue } from '../../../../workflows/listing-certificate/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useWho } from '../../session/who.ts';

/** The fields that one's own department answers for; undefined while they are read. */
export function useOwnFields(): readonly LegalField[] | undefined {
  const { organisationId } = useWho();
  const { data } = useRoute(ShowListingCatalogue, {});
  return data?.catalogue.fields.filter(({ departmentId }) => departmentId === organisationId);
}
