import { describe, expect, it } from 'vitest';
import { reach } from '../../../functions/shared/access.ts';
import type { Services } from '../../../functions/shared/services.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { NOW } from '../support/world.ts';

const CASE: Case = {
  caseId: 'case-1',
  caseNumber: 'LC-1',
  workflow: 'listing-certificate',
  status: 'IN_REVIEW',
  applicant: { uscc: ENTERPRISE.organisationId, name: 'Qiyuan' },
  submittedAt: NOW,
  submittedBy: { personId: 'p', personName: 'P' },
  attempt: 1,
  version: 1,
  auditHash: '0'.repeat(64),
};

/** As in a function that was given CaseTable alone: touching the desk is a defect. */
const onlyCases = {
  cases: { read: async (caseId: string) => (caseId === CASE.caseId ? CASE : undefined) },
  get desk(): never {
    throw new Error('Setting DESK_TABLE is missing');
  },
} as unknown as Pick<Services, 'cases' | 'desk' | 'now'>;

const reachCase = (actor: Actor, caseId = 'case-1') =>
  reach({ who: [actor.organisationKind], object: 'case' }, actor, { caseId }, onlyCases);

describe('access to a case', () => {
  it.each([
    ['its enterprise', ENTERPRISE],
    ['the office', OFFICE],
  ])('is given to %s without a look at the desk', async (_who, actor) => {
    expect(await reachCase(actor)).toEqual({ case: CASE });
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE],
    ['a bank', BANK],
  ])('is refused to %s as if there were none', async (_who, actor) => {
    await expect(reachCase(actor)).rejects.toMatchObject({ status: 403, code: 'not-your-case' });
    await expect(reachCase(actor, 'none')).rejects.toMatchObject({ status: 403, code: 'not-your-case' });
  });

  it('of a department is asked of the desk', async () => {
    await expect(reachCase(ENVIRONMENT)).rejects.toThrow('DESK_TABLE');
  });

  it('is no matter where the route names no object', async () => {
    expect(await reach({ who: ['bank'] }, BANK, {}, onlyCases)).toEqual({});
    expect(await reach({ who: 'public' }, BANK, {}, onlyCases)).toEqual({});
  });
});
