import * as z from 'zod';
import versions from '../../../seeds/notifications/organisations.json' with { type: 'json' };
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { Organisations } from '../../../workflows/shared/notifications/rules.ts';

let parsed: Organisations[] | undefined;

/** What an organisation is called on a day; its id where the list does not name it. */
export function organisationName(organisationId: string, on: string): Bilingual {
  parsed ??= z.array(Organisations).min(1).parse(versions);
  const held = parsed
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn));
  const found = held[0]?.organisations.find((one) => one.organisationId === organisationId);
  return found?.name ?? { zh: organisationId, en: organisationId };
}
