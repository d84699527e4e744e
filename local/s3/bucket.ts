import type { Assembly } from '../template/assembly.ts';
import { s3Bucket } from '../template/resources/storage.ts';

/** A bucket of the template. */
export interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly versioned: boolean;
  readonly corsRules: readonly CorsRule[];
}

export interface CorsRule {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders?: readonly string[] | undefined;
  readonly ExposedHeaders?: readonly string[] | undefined;
  readonly MaxAge?: number | undefined;
}

export function readBuckets(assembly: Pick<Assembly, 'of'>): ReadonlyMap<string, Bucket> {
  const buckets = assembly.of(s3Bucket).map(({ ref, attributes, properties }) => ({
    name: ref,
    arn: attributes.Arn ?? '',
    versioned: properties.VersioningConfiguration?.Status === 'Enabled',
    corsRules: properties.CorsConfiguration?.CorsRules ?? [],
  }));
  return new Map(buckets.map((bucket) => [bucket.name, bucket]));
}
