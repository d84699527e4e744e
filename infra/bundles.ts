import { join } from 'node:path';
import type { FunctionSpec } from '../workflows/shared/function-spec.ts';

/** The project's own folder. */
export const ROOT = join(import.meta.dirname, '..');
/** Where the build puts the code of the Lambdas: BUNDLES/<bundle>/index.cjs, which exports a handler per function. */
export const BUNDLES = join(ROOT, 'dist', 'functions');

/** Where the build puts the portal's files. */
export const PORTAL = join(ROOT, 'dist', 'portal');

/** Functions of a workflow share a bundle; one with files beside its code has its own, so that the others do not carry them. */
export function bundleOf(workflow: string, { name, assets }: FunctionSpec): string {
  return assets ? name : workflow;
}
