import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';
import { procedureNames, procedureOf } from '../../workflows/shared/procedures.ts';

/** Not known to the compiler here, to which JSX is foreign. */
const { PROCEDURES } = (await import(`${ROOT}/portal/src/procedures.ts`)) as {
  readonly PROCEDURES: Readonly<Record<string, { readonly answer?: unknown }>>;
};

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
});
