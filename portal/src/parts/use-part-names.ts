import { useCallback } from 'react';
import { ShowListingCatalogue } from '../../../workflows/listing-certificate/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';

/** The one part of a pre-examination. */
const WHOLE_FILING = { zh: '整件申请', en: 'the whole filing' };

/**
 * What the parts of a question are called: fields of a certificate by the catalogue, cells of an objection by entity and field. Numbers
 * of patents and orders stand for themselves.
 */
export function usePartNames(): (partId: string) => string {
  const say = useText();
  const { data } = useRoute(ShowListingCatalogue, {});
  return useCallback(
    (partId) => {
      if (partId === 'filing') return say(WHOLE_FILING);
      const [, uscc, id = partId] = /^([0-9A-Z]{18})\.(.+)$/.exec(partId) ?? [];
      const field = data?.catalogue.fields.find((one) => one.id === id);
      return [uscc, field ? say(field.name) : id].filter(Boolean).join(' · ');
    },
    [data, say],
  );
}
