import * as z from 'zod';
import { ListRuleSets, type RuleSetView, RuleVersion } from '../../workflows/shared/rule-set-routes.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { RULE_FILES } from './rules/rule-files.ts';

const Shipped = z
  .object(RuleVersion.omit({ content: true }).shape)
  .catchall(z.json())
  .transform(
    ({ version, effectiveOn, source, ...content }): RuleVersion => ({
      version,
      effectiveOn,
      source,
      content,
    }),
  );

/** What the procedures decide by, version by version. Throws where a file of seeds/ does not say from when it holds. */
export async function listRuleSets(): Promise<RouteReply<typeof ListRuleSets>> {
  const items = RULE_FILES.map(
    ({ id, title, versions }): RuleSetView => ({
      id,
      title,
      versions: z
        .array(Shipped)
        .parse(versions)
        .sort((one, other) => one.effectiveOn.localeCompare(other.effectiveOn)),
    }),
  );
  return { body: { items } };
}

export const handler = route(ListRuleSets, listRuleSets);
