import * as z from 'zod';
import versions from '../../../seeds/financing-demand/delivery-rules.json' with { type: 'json' };
import { DeliveryRules } from '../../../workflows/financing-demand/delivery/delivery-rules.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';

let parsed: DeliveryRules[] | undefined;

/** The rules of deliveries that hold now. Throws where the file of seeds/ does not fit. */
export function deliveryRulesAt(now: Date): DeliveryRules {
  parsed ??= z.array(DeliveryRules).parse(versions);
  return inEffectOn(parsed, localDateOf(now), 'the rules of deliveries');
}
