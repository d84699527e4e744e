import { readFileSync } from 'node:fs';
import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';
import { procedureNames, procedureOf } from '../../workflows/shared/procedures.ts';
import { everyPage, type Played } from './every-page.ts';

/** Not known to the compiler here, to which JSX is foreign. */
const { PROCEDURES } = (await import(`${ROOT}/portal/src/procedures.ts`)) as {
  readonly PROCEDURES: Readonly<Record<string, Procedure>>;
};

interface Procedure {
  readonly answer?: unknown;
  readonly apply?: unknown;
  readonly pages?: readonly { readonly path: string }[];
}

/** An answer of nothing is right only where nothing is asked. */
const asksTheDesk = (workflow: string) => !procedureOf(workflow).answer.safeParse({}).success;

describe('the portal', () => {
  it.each(procedureNames())('shows the cases of %s', (workflow) => {
    expect(PROCEDURES[workflow]).toMatchObject({
      title: procedureOf(workflow).title,
      detail: expect.any(Function),
      stages: expect.any(Function),
    });
  });

  it.each(procedureNames().filter(asksTheDesk))('has a form for the questions of %s', (workflow) => {
    expect(PROCEDURES[workflow]?.answer).toBeTypeOf('function');
  });

  it('has no page that the screenshots leave out', () => {
    // What was played is called as its name.
    const played = new Proxy({} as Played, { get: (_, name) => String(name) });
    const looks = Object.values(everyPage(played)).flat();
    const looked = looks.map((look) => (typeof look === 'string' ? look : look[0]).replace(/\?.*/, ''));
    const router = readFileSync(`${ROOT}/portal/src/router.tsx`, 'utf8');
    const common = [...router.matchAll(/path: '([^*']+)'/g)].map(([, path = '']) => path);
    const own = Object.entries(PROCEDURES).flatMap(([workflow, { apply, pages = [] }]) => [
      ...(apply ? [`matters/${workflow}`] : []),
      ...pages.map(({ path }) => path),
    ]);
    expect(common.length).toBeGreaterThan(15);
    const leftOut = [...common, ...own].filter((path) => !looked.some((one) => matchPath(path, one)));
    expect(leftOut).toEqual([]);
  });
});
