import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assembly, type AssemblyOptions, loadAssembly } from '../../../local/template/assembly.ts';

const ORIGINS = { origin: 'http://127.0.0.1:4700', servicesOrigin: 'http://127.0.0.1:4701' };

/** Writes a cloud assembly of hand-written templates into a new temporary folder and returns the folder. */
export function writeAssembly(stacks: Readonly<Record<string, object>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const artifacts: Record<string, object> = {};
  for (const [name, template] of Object.entries(stacks)) {
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: `${name}.json` },
    };
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(template));
  }
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }));
  return directory;
}

/** Loads an assembly of hand-written templates. */
export function loadTemplates(
  stacks: Readonly<Record<string, object>>,
  options: Partial<AssemblyOptions> = {},
): Assembly {
  return loadAssembly(writeAssembly(stacks), { ...ORIGINS, ...options });
}
