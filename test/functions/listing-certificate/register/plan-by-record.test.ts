import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDeskTask } from '../../../../functions/desk/read-desk-task.ts';
import { assignCertificateNumber } from '../../../../functions/listing-certificate/assign-certificate-number.ts';
import { planReview } from '../../../../functions/listing-certificate/plan-review.ts';
import { route } from '../../../../functions/shared/route.ts';
import application from '../../../../seeds/demonstration/group-application.json' with { type: 'json' };
import { ListingDetail, ListingPurpose } from '../../../../workflows/listing-certificate/contract.ts';
import { listingCertificateDesk } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import type { RegisterRecord } from '../../../../workflows/listing-certificate/register/contract.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { ReadDeskTask } from '../../../../workflows/shared/desk-routes.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { TAX } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { submit } from '../listing-world.ts';
import { SAMPLE } from './register-files.ts';
import { registerWorld } from './register-world.ts';

let tables: TestTables;
let w: ReturnType<typeof registerWorld>;
let caseId: string;
let count = 0;

/** The departments of the demonstration application and their fields in it. */
const FIELDS: Readonly<Record<string, string[]>> = {
  environment: ['environment'],
  'social-security': ['social-security', 'labour'],
  construction: ['construction'],
  'market-supervision': ['market-supervision'],
  tax: ['tax'],
};
const officerOf = (departmentId: string): Actor => ({ ...TAX, organisationId: departmentId });

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  w = registerWorld(tables);
  const board = ListingPurpose.shape.board.options[count++];
  const purpose = { kind: 'bond', board };
  const { body } = await submit(w, { key: `by-record-${count}`, body: { ...application, purpose } });
  caseId = String(body.caseId);
});

/** Loads the register of a department and lets all its clean fields go out at once. */
async function registered(departmentId: string, records: readonly RegisterRecord[] = []): Promise<void> {
  const fieldIds = FIELDS[departmentId] ?? [];
  const actor = officerOf(departmentId);
  await w.loaded(actor, records, { fieldIds });
  const { headers } = await send(w.api.show, { actor });
  await send(w.api.settings, {
    actor,
    headers: { 'if-match': String(headers.etag) },
    body: { fieldsByRecord: fieldIds, maximumAgeDays: 92 },
  });
}

const plan = () => planReview({ caseId }, w.services);
const detail = async () => ListingDetail.parse(await w.services.cases.readDetail(caseId));
const lastEntry = async () => (await w.services.cases.readAudit(caseId, { limit: 50 })).items.at(-1);

describe('a case of which every department has a clean register', () => {
  beforeEach(async () => {
    for (const departmentId of Object.keys(FIELDS)) await registered(departmentId);
  });

  it('is put to nobody and certified from the registers', async () => {
    expect((await plan()).questions).toEqual([]);
    const { number } = await assignCertificateNumber({ caseId }, w.services);

    const facts = (await w.services.certificates.read(number))?.facts;
    expect(facts?.byRecord.map(({ fieldId }) => fieldId).sort()).toEqual(Object.values(FIELDS).flat().sort());
    expect(new Set(facts?.matrix.map((cell) => cell.reason?.code ?? cell.verdict))).toEqual(
      new Set(['no-record', 'outside-the-area']),
    );
    expect(facts?.ruleSet.uncountedBehaviours.map(({ code }) => code)).toEqual([
      'administrative-penalty-summary',
    ]);
  });

  it('keeps which version of which register said so, and its timeline tells it', async () => {
    await plan();

    const { byRecord } = await detail();
    expect(byRecord?.find(({ fieldId }) => fieldId === 'tax')).toMatchObject({
      departmentId: 'tax',
      registerVersion: (await w.services.registers.head('tax'))?.version,
      coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
      answeredAt: expect.stringMatching(/^2026-06-01T10:/),
    });
    expect(await lastEntry()).toMatchObject({ kind: 'answered-by-record' });
  });

  it('has one plan when two runs meet, and the same after the registers changed', async () => {
    const [first, second] = await Promise.all([plan(), plan()]);
    const kept = await detail();
    await registered('tax', [SAMPLE]);

    expect([second, await plan()]).toEqual([first, first]);
    expect(await detail()).toEqual(kept);
  });

  it('asks the one department whose register has a record, and shows it to that officer only', async () => {
    await registered('tax', [SAMPLE]);

    const { questions } = await plan();

    expect(questions.map(({ departmentId }) => departmentId)).toEqual(['tax']);
    expect(await lastEntry()).toMatchObject({
      kind: 'partly-answered-by-record',
      details: { questions: [{ taskId: `${caseId}.tax` }] },
    });
    expect(JSON.stringify(await detail())).not.toContain(SAMPLE.documentNumber);
    const task = await shownTo(TAX);
    expect(task).toMatchObject({ enclosure: { records: [SAMPLE], omitted: 0 } });
  });

  it('answers from the register that took the place of the one it was reading', async () => {
    let replaced = false;
    const { registers } = w.services;
    const readFor: typeof registers.readFor = async (departmentId, usccs) => {
      const read = await registers.readFor(departmentId, usccs);
      if (departmentId === 'tax' && !replaced) {
        replaced = true;
        await registered('tax', [SAMPLE]);
      }
      return read;
    };

    const { questions } = await planReview(
      { caseId },
      { ...w.services, registers: { ...registers, readFor } },
    );

    expect(questions.map(({ departmentId }) => departmentId)).toEqual(['tax']);
  });
});

/** Opens the task as the machine does and reads it as an officer. */
async function shownTo(actor: Actor): Promise<unknown> {
  const taskId = `${caseId}.${actor.organisationId}`;
  const asked = (await detail()).plan?.find((question) => question.taskId === taskId);
  if (!asked) throw new Error(`${actor.organisationId} is not asked`);
  const { departmentId, dueAt, dueProvisional, clock } = asked;
  await w.services.desk.open(
    {
      taskId,
      caseId,
      caseNumber: 'LC-2026-000001',
      workflow: 'listing-certificate',
      departmentId,
      applicantName: application.applicant.name,
      applicantUscc: application.applicant.uscc,
      openedAt: '2026-06-01T10:00:00+08:00',
      dueAt,
      dueProvisional,
      clock,
      question: listingCertificateDesk.questionOf(await detail(), taskId),
    },
    'token',
  );
  const handler = route(ReadDeskTask, readDeskTask, () => w.services);
  return (await send(handler, { actor, path: { taskId } })).json;
}
