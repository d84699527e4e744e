import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { type TemplateDocument, templateDocument } from './document.ts';
import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from './place.ts';
import { TemplateError } from './template-error.ts';

/** One stack of a cloud assembly. */
interface StackTemplate {
  readonly name: string;
  readonly template: TemplateDocument;
  readonly accountId: string;
  readonly region: string;
}

/** What the CDK app synthesized: its stacks, each after those it depends on, and where its assets lie. */
export interface CloudAssembly {
  readonly stacks: readonly StackTemplate[];
  /** Object key (`<hash>.zip`) in the asset bucket to the absolute path of the file or folder. */
  readonly assets: ReadonlyMap<string, string>;
}

const artifact = z.object({
  type: z.string(),
  environment: z.string().optional(),
  properties: z
    .object({ templateFile: z.string(), file: z.string(), directoryName: z.string(), stackName: z.string() })
    .partial()
    .optional(),
  dependencies: z.array(z.string()).default([]),
});
const manifest = z.object({ artifacts: z.record(z.string(), artifact).default({}) });
const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), executable: z.array(z.string()).optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});
type Artifact = z.output<typeof artifact>;

/**
 * Reads the manifest of a cloud assembly (the CDK's cloud-assembly-schema) and everything it names.
 *
 * @param directory `cdk.out`
 * @throws TemplateError when there is no assembly, or it is not one
 */
export function readCloudAssembly(directory: string): CloudAssembly {
  const { artifacts } = readJson(join(directory, 'manifest.json'), manifest);
  const assets = new Map<string, string>();
  const stacks: StackTemplate[] = [];
  for (const [id, entry] of inDependencyOrder(artifacts)) {
    const { type, properties } = entry;
    if (type === 'cdk:asset-manifest' && properties?.file)
      readAssets(join(directory, properties.file), assets);
    if (type === 'aws:cloudformation:stack') stacks.push(readStack(directory, id, entry));
    if (type === 'cdk:cloud-assembly' && properties?.directoryName) {
      const nested = readCloudAssembly(join(directory, properties.directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
}

/** Reads a template file; `path` is told when it is not a template. */
export function readTemplate(path: string): TemplateDocument {
  return readJson(path, templateDocument);
}

function readStack(directory: string, id: string, { environment, properties }: Artifact): StackTemplate {
  const [, accountId = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment ?? '') ?? [];
  return {
    name: properties?.stackName ?? id,
    template: readTemplate(join(directory, properties?.templateFile ?? `${id}.template.json`)),
    accountId: /^\d{12}$/.test(accountId) ? accountId : DEFAULT_ACCOUNT_ID,
    region: region === '' || region === 'unknown-region' ? DEFAULT_REGION : region,
  };
}

function readAssets(file: string, assets: Map<string, string>): void {
  for (const { source, destinations } of Object.values(readJson(file, assetManifest).files)) {
    if (source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations)) {
      assets.set(objectKey, resolve(dirname(file), source.path));
    }
  }
}

function* inDependencyOrder(artifacts: Readonly<Record<string, Artifact>>): Generator<[string, Artifact]> {
  const done = new Set<string>();
  function* visit(id: string): Generator<[string, Artifact]> {
    const entry = artifacts[id];
    if (!entry || done.has(id)) return;
    done.add(id);
    for (const dependency of entry.dependencies) yield* visit(dependency);
    yield [id, entry];
  }
  for (const id of Object.keys(artifacts)) yield* visit(id);
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new TemplateError(
        error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`),
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError([`${path} cannot be read: ${reason}`]);
  }
}
