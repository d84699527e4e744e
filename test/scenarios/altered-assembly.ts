import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './platform.ts';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}
export type Resources = Record<string, Resource>;

const SYNTHESIZED = join(ROOT, 'cdk.out');

/** A copy of the synthesized assembly, or of another copy, in which `alter` has changed the resources of one template. */
export function alteredAssembly(
  template: 'liangjiang-data' | 'liangjiang-desk' | 'liangjiang-listing-certificate',
  alter: (resources: Resources) => void,
  assembly = SYNTHESIZED,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const changed = `${template}.template.json`;
  for (const name of readdirSync(assembly)) {
    if (name !== changed) symlinkSync(join(assembly, name), join(folder, name));
  }
  const document = JSON.parse(readFileSync(join(assembly, changed), 'utf8')) as { Resources: Resources };
  alter(document.Resources);
  writeFileSync(join(folder, changed), JSON.stringify(document));
  return folder;
}

/** The logical id of the one resource of a type whose id begins so. */
export function logicalId(resources: Resources, type: string, prefix: string): string {
  const found = Object.keys(resources).filter((id) => resources[id]?.Type === type && id.startsWith(prefix));
  if (found.length !== 1) throw new Error(`${found.length} resources of ${type} begin with ${prefix}`);
  return String(found[0]);
}

/** Takes one action out of the inline policies of a role. */
export function withoutAction(resources: Resources, rolePrefix: string, action: string): void {
  const role = resources[logicalId(resources, 'AWS::IAM::Role', rolePrefix)];
  const policies = role?.Properties.Policies as {
    PolicyDocument: { Statement: { Action: string | string[] }[] };
  }[];
  let removed = 0;
  for (const statement of policies.flatMap((policy) => policy.PolicyDocument.Statement)) {
    const actions = [statement.Action].flat();
    const kept = actions.filter((one) => one !== action);
    removed += actions.length - kept.length;
    // A statement must allow something; this one allows what no function calls.
    statement.Action = kept.length > 0 ? kept : ['logs:CreateLogStream'];
  }
  if (removed === 0) throw new Error(`${rolePrefix} never had ${action}`);
}
