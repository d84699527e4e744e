import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type AuditVerdict, AuditVerifier } from '../workflows/shared/audit/audit-verifier.ts';

/**
 * `npm run verify-audit -- FILE [--anchor DAY:HASH ...]`: checks an export of the audit (GET /v1/audit/export, all pages in one
 * file) without the platform. Exit code 0: whole; 1: something does not fit, and is named; 2: it could not be checked.
 */
const USAGE = `npm run verify-audit -- FILE [--anchor DAY:HASH ...]

  FILE              pages of GET /v1/audit/export, one after the other
  --anchor D:HASH   hash of the anchor of day D that was kept elsewhere; may be given several times`;

try {
  const { file, anchors } = readArguments();
  const verdict = await verifyFile(file, anchors);
  console.log(report(verdict));
  process.exitCode = verdict.misfit ? 1 : 0;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}

function readArguments(): { file: string; anchors: Map<string, string> } {
  const { values, positionals } = parseArgs({
    strict: true,
    allowPositionals: true,
    options: { anchor: { type: 'string', multiple: true, default: [] } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error('name one file');
  const anchors = values.anchor.map((text): [string, string] => {
    const [, day, hash] = /^(\d{4}-\d{2}-\d{2}):([0-9a-f]{64})$/.exec(text) ?? [];
    if (!day || !hash) throw new Error(`--anchor ${text} is not DAY:HASH, as 2026-11-23:0123...`);
    return [day, hash];
  });
  return { file, anchors: new Map(anchors) };
}

async function verifyFile(file: string, anchors: ReadonlyMap<string, string>): Promise<AuditVerdict> {
  const verifier = new AuditVerifier(anchors);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const found = verifier.take(parsed(line));
    if (found) return verifier.verdict(found);
  }
  return verifier.verdict(verifier.end());
}

/** What is no JSON is not readable as a line either, and is told so. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function report({ misfit, entries, cases, lastAnchor, entriesAfterLastAnchor }: AuditVerdict): string {
  const read = `${entries} entries of ${cases} cases`;
  if (misfit) {
    const line = misfit.lineNumber === undefined ? '' : ` (line ${misfit.lineNumber})`;
    return `DOES NOT FIT: ${misfit.what}${line}. Read up to there: ${read}.`;
  }
  const anchored = lastAnchor
    ? `Last anchor: ${lastAnchor.day}:${lastAnchor.hash}. After it: ${entriesAfterLastAnchor} entries.`
    : 'No day is anchored yet.';
  // The newest entries may be taken out without a trace until the anchor of their day is made.
  const caveat = `Whether entries are missing at the end${lastAnchor ? ', after that anchor,' : ''} cannot be told yet.`;
  return `Whole: ${read}. ${anchored} ${caveat}`;
}
