import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import accounts from '../../../seeds/demonstration/accounts.json' with { type: 'json' };
import enterprises from '../../../seeds/demonstration/enterprises.json' with { type: 'json' };
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import type { InboxMessage } from '../../../workflows/shared/notifications/inbox.ts';
import type { NotificationView } from '../../../workflows/shared/notifications/outbox-row.ts';
import { ownedThings } from '../owned-things.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { DISPUTED_BECAUSE, ENVIRONMENT_CELL, issuedWithRecords, objectTo, RECORD } from './after-issue.ts';
import { askSupplement, decideAll, groupApplication, readCase, submit } from './steps.ts';

type Listed = InboxMessage & { read: boolean };
const A_MINUTE_MS = 60_000;

let folder = '';
let platform: TestPlatform;
let enterprise: Person;
let office: Person;
let submitted: CaseSummary;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notifications-'));
  platform = await startPlatform({ logs: join(folder, 'logs'), mail: join(folder, 'mail') });
  enterprise = await platform.signIn('qiyuan');
  office = await platform.signIn('office');
  submitted = await submit(platform, enterprise);
  await platform.pass(A_MINUTE_MS);
});
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inboxOf = async (person: Person) => (await person.get<{ items: Listed[] }>('/v1/inbox')).body.items;
const ofThisCase = (items: readonly Listed[]) => items.filter(({ caseId }) => caseId === submitted.caseId);
const told = async () =>
  (await office.get<{ items: NotificationView[] }>(`/v1/cases/${submitted.caseId}/notifications`)).body.items;
const mails = () =>
  readdirSync(join(folder, 'mail'))
    .sort()
    .map((file) => readFileSync(join(folder, 'mail', file), 'utf8'));
const mailsTo = (address: string) => mails().filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`));

const WORDS = { asked: '请补充演示说明', answered: '演示补充说明如下', disputed: DISPUTED_BECAUSE };

/** A supplement, a delegation, a file, a register's load and an objection, each to where people are told of it. */
async function everythingElse() {
  const other = await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'bse' } });
  const asking = { items: [{ text: WORDS.asked }], workingDays: 5 };
  const { supplementId } = await askSupplement(platform, `${other.caseId}.environment`, asking);
  const { etag } = await enterprise.get(`/v1/supplements/${supplementId}`);
  await enterprise.post(`/v1/supplements/${supplementId}/answer`, { text: WORDS.answered }, { etag });
  await ownedThings(platform);
  const purpose = { kind: 'bond', board: 'szse-main' } as const;
  const { caseId, resultNumber } = await issuedWithRecords(platform, enterprise, ['environment'], {
    purpose,
  });
  await objectTo(platform, enterprise, { caseId, number: String(resultNumber), ...ENVIRONMENT_CELL });
  await platform.pass(A_MINUTE_MS);
}

describe('what people are told of a case', () => {
  it('reaches the applicant by inbox and mail within a minute of its submission', async () => {
    const [accepted] = ofThisCase(await inboxOf(enterprise));
    expect(accepted).toMatchObject({ kind: 'case-accepted', read: false });
    expect(accepted?.title.zh).toContain(submitted.caseNumber);

    const [mail = ''] = mailsTo('contact@qiyuan.example');
    const text = Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
    expect(text).toContain(`办件编号 ${submitted.caseNumber}`);
    expect(text).toContain('was received');
  });

  it('reaches every department asked, each in its own inbox', async () => {
    const { tasks } = await readCase(enterprise, submitted);
    for (const { departmentId, taskId } of tasks) {
      const officer = await platform.signIn(`${departmentId}-officer`);
      const mine = ofThisCase(await inboxOf(officer));
      expect(mine.map(({ kind }) => kind)).toEqual(['question-put']);
      expect(mailsTo(`${departmentId}@departments.example`)).toHaveLength(1);
      expect(taskId).toContain(submitted.caseId);
    }
  });

  it('is counted and marked as read by each person', async () => {
    const counts = async () =>
      (await enterprise.get<{ organisation: { unread: number } }>('/v1/inbox/counts')).body.organisation;
    const before = await counts();
    const [newest] = await inboxOf(enterprise);

    await enterprise.put('/v1/inbox/read', { upToSequence: newest?.sequence });

    expect(before.unread).toBeGreaterThan(0);
    expect(await counts()).toMatchObject({ unread: 0 });
    expect((await inboxOf(enterprise)).every(({ read }) => read)).toBe(true);
  });

  it('is nobody else’s to see', async () => {
    const other = await platform.signIn('lanxin');
    expect(ofThisCase(await inboxOf(other))).toEqual([]);
    for (const path of ['/v1/notifications', `/v1/cases/${submitted.caseId}/notifications`]) {
      await expect(enterprise.get(path)).rejects.toMatchObject({ problem: { status: 403 } });
    }
  });

  it('goes on to the report, with what could not be told shown to the office', async () => {
    await decideAll(platform, enterprise, submitted);
    await platform.pass(A_MINUTE_MS);
    const { resultNumber } = await readCase(enterprise, submitted);

    const [newest] = ofThisCase(await inboxOf(enterprise));
    expect(newest).toMatchObject({ kind: 'case-issued' });
    expect(newest?.text.en).toContain(resultNumber);
    expect(mailsTo('contact@qiyuan.example')).toHaveLength(2);

    const rows = await told();
    expect(rows.every(({ state }) => state === 'DONE')).toBe(true);
    const toApplicant = rows.find(({ kind }) => kind === 'case-issued')?.deliveries ?? [];
    expect(Object.fromEntries(toApplicant.map(({ channel, state }) => [channel, state]))).toEqual({
      inbox: 'DELIVERED',
      mail: 'DELIVERED',
      sms: 'NOT_CONFIGURED',
      'city-message': 'NOT_CONFIGURED',
    });
  });

  it('tells the departments of a withdrawal', async () => {
    const other = await submit(platform, enterprise, {
      purpose: { kind: 'bond', board: 'sse-main' },
    });
    await enterprise.post(`/v1/cases/${other.caseId}/withdrawal`, {});
    await platform.pass(A_MINUTE_MS);

    const officer = await platform.signIn('environment-officer');
    const [newest] = await inboxOf(officer);
    expect(newest).toMatchObject({ kind: 'case-withdrawn', caseId: other.caseId });
  });

  it('leaves no name, address, code or words of a person or an enterprise in any log, whatever happened', async () => {
    await everythingElse();
    const { applicant, entities, contact } = groupApplication();
    const personal = [
      ...[applicant, ...entities, ...enterprises.enterprises].flatMap(({ uscc, name }) => [uscc, name]),
      ...entities.map(({ authorisation }) => authorisation.signatory),
      ...accounts.accounts.map(({ claims }) => claims.person_name),
      contact.name,
      contact.phone,
      contact.email ?? '',
      '@departments.example',
      ...Object.values(WORDS),
      RECORD.documentNumber,
      RECORD.outcome,
    ];
    const logs = readdirSync(join(folder, 'logs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const all = [...logs, ...platform.lines].join('\n');
    expect(all.length).toBeGreaterThan(1000);
    expect(personal.filter((one) => all.includes(one))).toEqual([]);
  });
});
