import { expect, it } from 'vitest';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { attachmentWorld, PDF } from '../attachments/attachment-world.ts';
import { ENTERPRISE, ENVIRONMENT, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { openedTask } from '../support/desk-actions.ts';
import { cleanAnswer } from '../support/sample-case.ts';
import { world } from '../support/world.ts';

const { db } = useDatabase();

async function uploaded(actor: Actor): Promise<string> {
  const files = attachmentWorld(db());
  const id = await files.upload(actor, '补正.pdf', PDF);
  await files.complete(actor, id);
  return id;
}

it('keeps the files that the department asks with and the applicant answers with, with the case', async () => {
  const t = await openedTask(world(db()));
  const form = await uploaded(ENVIRONMENT);
  const permit = await uploaded(ENTERPRISE);
  const items = [{ text: '请补充排污许可证' }];

  expect(await t.ask({ body: { items, workingDays: 5, attachmentIds: [form] } })).toMatchObject({
    status: 201,
  });
  expect(await t.answer({ body: { text: '见附件', attachmentIds: [permit] } })).toMatchObject({
    status: 200,
  });

  const kept = await t.w.attachments.ofCase(t.sample.caseId);
  expect(new Set(kept.map(({ attachmentId }) => attachmentId))).toEqual(new Set([form, permit]));
  expect((await t.supplement())?.attachmentIds).toEqual([form]);
  expect((await t.supplement())?.answer).toEqual({ text: '见附件', attachmentIds: [permit] });
});

it('keeps the files that go with an answer with the case, and shows which they are', async () => {
  const t = await openedTask(world(db()));
  const opinion = await uploaded(ENVIRONMENT);
  const answer = cleanAnswer('environment');

  expect(await t.decide({ body: { answer, attachmentIds: [opinion] } })).toMatchObject({ status: 200 });

  expect(await t.read()).toMatchObject({ answer, attachmentIds: [opinion] });
  const kept = await t.w.attachments.ofCase(t.sample.caseId);
  expect(kept).toMatchObject([{ attachmentId: opinion, addedBy: { organisationId: 'environment' } }]);
});

it('lists what is wrong with an answer and with its files at once, and changes nothing', async () => {
  const t = await openedTask(world(db()));
  const foreign = await uploaded(ENTERPRISE);

  const reply = await t.decide({ body: { answer: { answers: [] }, attachmentIds: [foreign] } });

  expect(reply).toMatchObject({ status: 422 });
  const { faults } = reply.json as { faults: { pointer: string; code: string }[] };
  expect(faults).toContainEqual(
    expect.objectContaining({ pointer: '/attachmentIds/0', code: 'attachment-unknown' }),
  );
  expect(faults.some(({ pointer }) => pointer.startsWith('/answer'))).toBe(true);
  expect((await t.read())?.status).toBe('OPEN');
  expect(await t.w.attachments.ofCase(t.sample.caseId)).toEqual([]);
});

it('refuses files that are not the applicant’s own, by their place, and leaves the supplement open', async () => {
  const t = await openedTask(world(db()));
  const foreign = await uploaded(OTHER_ENTERPRISE);
  await t.ask();

  expect(await t.answer({ body: { text: '见附件', attachmentIds: [foreign, 'att-none'] } })).toMatchObject({
    status: 422,
    json: {
      faults: [
        { pointer: '/attachmentIds/0', code: 'attachment-unknown' },
        { pointer: '/attachmentIds/1', code: 'attachment-unknown' },
      ],
    },
  });

  expect((await t.supplement())?.status).toBe('OPEN');
  expect(await t.w.attachments.ofCase(t.sample.caseId)).toEqual([]);
});
