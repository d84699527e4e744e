import * as z from 'zod';
import policies from '../../../seeds/notifications/delivery.json' with { type: 'json' };
import organisations from '../../../seeds/notifications/organisations.json' with { type: 'json' };
import templates from '../../../seeds/notifications/templates.json' with { type: 'json' };
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';
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
    templates: inEffectOn(versions.templates, date, 'the texts of notifications'),
    organisations: inEffectOn(versions.organisations, date, 'the list of organisations'),
    policy: inEffectOn(versions.policies, date, 'the delivery of notifications'),
  };
}
