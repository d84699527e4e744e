import * as z from 'zod';
import policies from '../../../seeds/notifications/delivery.json' with { type: 'json' };
import organisations from '../../../seeds/notifications/organisations.json' with { type: 'json' };
import templates from '../../../seeds/notifications/templates.json' with { type: 'json' };
import { DeliveryPolicy, Organisations, Templates } from '../../../workflows/shared/notifications/rules.ts';

const NotificationRuleVersions = z.object({
  templates: z.array(Templates).min(1),
  organisations: z.array(Organisations).min(1),
  policies: z.array(DeliveryPolicy).min(1),
});

/** What holds on one day. */
export interface NotificationRules {
  readonly templates: Templates;
  readonly organisations: Organisations;
  readonly policy: DeliveryPolicy;
}

let versions: z.infer<typeof NotificationRuleVersions> | undefined;

/** The rule data of notifications that hold on a local date. Throws where a file of seeds/ does not fit its contract. */
export function notificationRulesOn(date: string): NotificationRules {
  versions ??= NotificationRuleVersions.parse({ templates, organisations, policies });
  return {
    templates: latest(versions.templates, date),
    organisations: latest(versions.organisations, date),
    policy: latest(versions.policies, date),
  };
}

function latest<T extends { effectiveOn: string }>(list: readonly T[], date: string): T {
  const [found] = list
    .filter(({ effectiveOn }) => effectiveOn <= date)
    .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn));
  if (!found) throw new Error(`no rule of notifications is in effect on ${date}`);
  return found;
}
