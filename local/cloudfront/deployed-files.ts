import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Assembly } from '../template/assembly.ts';
import { bucketDeployment } from '../template/resources/cloudfront.ts';

export interface DeployedFile {
  readonly type: string;
  read(): Buffer;
}

/** As `aws s3 sync` guesses them. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** What deployments put into a bucket: key to file, each later source over the ones before. */
export function deployedFiles(assembly: Assembly, bucket: string): ReadonlyMap<string, DeployedFile> {
  const files = new Map<string, DeployedFile>();
  for (const { logicalId, properties } of assembly.of(bucketDeployment)) {
    if (properties.DestinationBucketName !== bucket) continue;
    for (const [index, key] of properties.SourceObjectKeys.entries()) {
      const folder = assembly.assets.get(key);
      if (folder === undefined) throw new Error(`a source of ${logicalId} is not in the assembly`);
      const isJson = properties.SourceMarkersConfig?.[index]?.jsonEscape === true;
      const markers = Object.entries(properties.SourceMarkers?.[index] ?? {});
      for (const [name, file] of filesIn(folder)) files.set(name, deployed(file, markers, isJson));
    }
  }
  return files;
}

function* filesIn(folder: string): Generator<[string, string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield [relative(folder, file).split(sep).join('/'), file];
  }
}

function deployed(
  file: string,
  markers: readonly (readonly [string, string])[],
  isJson: boolean,
): DeployedFile {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (markers.length === 0) return { type, read: () => readFileSync(file) };
  const value = (text: string) => (isJson ? JSON.stringify(text).slice(1, -1) : text);
  const content = markers.reduce(
    (text, [marker, given]) => text.replaceAll(marker, value(given)),
    readFileSync(file, 'utf8'),
  );
  return { type, read: () => Buffer.from(content) };
}
