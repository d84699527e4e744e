import { describe, expect, it } from 'vitest';
import { failCase } from '../../../functions/shared/fail-case.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview } from '../support/sample-case.ts';
import { toldOf } from '../support/told-of.ts';
import { NOW, world } from '../support/world.ts';

const { db } = useDatabase();

const rowsOf = (caseId: string) => toldOf(db(), caseId);

async function reviewed(at = world(db())) {
  const { caseId } = await caseInReview(at);
  const read = await at.cases.read(caseId);
  if (!read) throw new Error('the case was just written');
  return { services: at, read, caseId };
}

describe('an outbox row', () => {
  it('is written with what causes it', async () => {
    const { services, read, caseId } = await reviewed();

    await failCase(read, { error: 'States.Runtime', cause: 'something of a person' }, 'test', services);

    const [row, ...others] = await rowsOf(caseId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      kind: 'case-failed',
      caseId,
      at: NOW,
      facts: { error: 'States.Runtime' },
      recipients: [{ audience: 'office', organisationId: 'office' }],
      state: 'PENDING',
    });
  });

  it('is not written where its cause is not', async () => {
    const { services, read, caseId } = await reviewed();
    await failCase(read, { error: 'States.Runtime' }, 'test', services);

    await expect(failCase(read, { error: 'States.Runtime' }, 'test', services)).rejects.toThrow();

    expect(await rowsOf(caseId)).toHaveLength(1);
  });

  it('goes to the applicant and to every department asked, once each', async () => {
    const { services, read, caseId } = await reviewed();
    const departmentIds = ['tax', 'environment', 'tax'];

    await services.commit(services.outbox.notify('case-withdrawn', read, NOW, { departmentIds }));

    expect((await rowsOf(caseId))[0]?.recipients).toEqual([
      { audience: 'applicant', organisationId: ENTERPRISE.organisationId },
      { audience: 'department', organisationId: 'tax' },
      { audience: 'department', organisationId: 'environment' },
    ]);
  });

  it('goes to the officer a task is assigned to', async () => {
    const { services, read, caseId } = await reviewed();
    const facts = { taskId: `${caseId}.tax`, departmentId: 'tax', officerId: 'wang', dueAt: NOW };

    await services.commit(services.outbox.notify('deadline-near', read, NOW, facts));

    expect((await rowsOf(caseId))[0]?.recipients).toEqual([
      { audience: 'department', organisationId: 'tax', personId: 'wang' },
    ]);
  });

  it('refuses facts that the event does not have', async () => {
    const { services, read } = await reviewed();
    const facts = { number: 'C-1', phone: '13800000000' };
    expect(() => services.outbox.notify('case-issued', read, NOW, facts)).toThrow(/phone/);
  });
});
