import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../local/configuration.ts';
import { type LocalRuntime, startLocal } from '../../local/runtime.ts';
import { usccCheckCharacter } from '../../workflows/shared/identifiers.ts';

/** The platform on a data directory, on the machine's clock; schedules rest, so that nothing else runs while it is measured. */
export function startOn(data: string, accounts: string): Promise<LocalRuntime> {
  mkdirSync(data, { recursive: true });
  const settings = { port: 0, schedules: false, log: (line: string) => console.error(line) };
  return startLocal({ ...readConfiguration('local.config.json'), accounts, data, ...settings });
}

interface AccountsFile {
  readonly audience: string;
  readonly accounts: readonly Record<string, unknown>[];
}

/** An enterprise asks once a day for one purpose: so each submission comes from one of its own, all fictional. */
export function writeAccounts(folder: string, count: number): { file: string; enterprises: string[] } {
  mkdirSync(folder, { recursive: true });
  const seeds = JSON.parse(
    readFileSync(join('seeds', 'demonstration', 'accounts.json'), 'utf8'),
  ) as AccountsFile;
  const series = Math.floor(Math.random() * 30);
  const enterprises = Array.from({ length: count }, (_, index) => {
    const first17 = `91500112BE${String(series).padStart(2, '0')}${String(index).padStart(5, '0')}`;
    return first17 + usccCheckCharacter(first17);
  });
  const accounts = enterprises.map((uscc) => ({
    username: uscc,
    password: 'demo',
    label: { zh: `压测企业${uscc}`, en: `Bench enterprise ${uscc}` },
    claims: {
      organisation_kind: 'enterprise',
      organisation_id: uscc,
      organisation_name: `压测企业${uscc}（虚构）`,
      person_name: '压测（虚构）',
      roles: 'applicant',
    },
  }));
  const file = join(folder, 'accounts.json');
  writeFileSync(file, JSON.stringify({ ...seeds, accounts: [...seeds.accounts, ...accounts] }));
  return { file, enterprises };
}
