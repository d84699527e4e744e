import { WebhookTargets } from '../../../workflows/financing-demand/endpoint/rules/target-address.ts';
import { setting } from '../../shared/config.ts';
import { deliveryRulesAt } from '../store/delivery-rules.ts';
import { type WebhookClient, webhookClient } from './webhook-client.ts';

/** Where this deployment lets messages go. */
export function configuredTargets(): WebhookTargets {
  return WebhookTargets.parse(setting('WEBHOOK_TARGETS'));
}

export function configuredWebhookClient(): WebhookClient {
  return webhookClient(configuredTargets(), deliveryRulesAt(new Date()));
}
