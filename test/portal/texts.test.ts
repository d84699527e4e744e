import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';

/** The one text that is always in its own language: the name of the language one switches to. */
const NAMES_ITSELF = "name: '中文'";
const HAN = /\p{Script=Han}/u;
/** Text between tags, and attributes that people read or hear. */
const BETWEEN_TAGS = />\s*[A-Za-z][A-Za-z ,.'’]{2,}\s*<\//;
const READ_ATTRIBUTE = /\s(aria-label|title|label|placeholder|alt|question|help|caption)="[^"]+"/;

const files = globSync('portal/src/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => ({
  file,
  lines: readFileSync(join(ROOT, file), 'utf8').split('\n'),
}));

/** What stands before a comment begins. */
const code = (line: string) => (/^\s*(\*|\/\*\*|\/\/)/.test(line) ? '' : line.replace(/\s\/\/ .*$/, ''));

function linesWhere(isWrong: (line: string, index: number, all: readonly string[]) => boolean): string[] {
  return files.flatMap(({ file, lines }) =>
    lines
      .map(code)
      .flatMap((line, index, all) => (isWrong(line, index, all) ? [`${file}: ${line.trim()}`] : [])),
  );
}

describe('the words of the portal', () => {
  it('are Chinese only beside their English', () => {
    const lonely = linesWhere((line, index, all) => {
      if (!HAN.test(line) || line.includes(NAMES_ITSELF)) return false;
      const around = all.slice(Math.max(0, index - 2), index + 3).join(' ');
      return !/\bzh:/.test(around) || !/\ben:/.test(around);
    });
    expect(lonely).toEqual([]);
  });

  it('are nowhere written into the markup in one language', () => {
    expect(linesWhere((line) => BETWEEN_TAGS.test(line) || READ_ATTRIBUTE.test(line))).toEqual([]);
  });

  it('have no Chinese left in their English', () => {
    expect(linesWhere((line) => /\ben: '[^']*\p{Script=Han}/u.test(line))).toEqual([]);
  });
});
