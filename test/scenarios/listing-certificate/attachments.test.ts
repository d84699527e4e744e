import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { uploadAttachment } from '../../../demo/upload.ts';
import type { DepartmentQuestion } from '../../../workflows/listing-certificate/desk-procedure.ts';
import type { Attachment, CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { cleanAnswer, groupApplication, readCase, submit } from './steps.ts';

interface Announced {
  readonly attachment: Attachment;
  readonly upload: { url: string; headers: Record<string, string>; expiresAt: string };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

let platform: TestPlatform;
let enterprise: Person;
let submitted: CaseSummary;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
});
afterAll(() => platform.stop());

async function announce(name: string, content: Buffer): Promise<Announced> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const body = { name, sizeBytes: content.length, sha256 };
  return (await enterprise.post<Announced>('/v1/attachments', body)).body;
}

/** As a browser does it: the bytes go to the bucket and past every function. */
async function put({ upload }: Announced, content: Buffer): Promise<number> {
  const { 'content-length': _, ...headers } = upload.headers;
  const reply = await fetch(upload.url, { method: 'PUT', headers, body: new Uint8Array(content) });
  await reply.arrayBuffer();
  return reply.status;
}

async function complete({ attachment }: Announced): Promise<Attachment> {
  return (await enterprise.put<Attachment>(`/v1/attachments/${attachment.attachmentId}/completion`, {})).body;
}

describe('an attachment', () => {
  it('goes straight to the bucket, is found clean, and is kept with the case that names it', async () => {
    const announced = await announce('补充授权书（演示）.pdf', PDF);
    expect(await put(announced, PDF)).toBe(200);
    expect(await complete(announced)).toMatchObject({ state: 'CLEAN', mediaType: 'application/pdf' });

    const { attachmentId } = announced.attachment;
    submitted = await submit(platform, enterprise, { attachmentIds: [attachmentId] });

    const { items } = (
      await enterprise.get<{ items: CaseAttachment[] }>(`/v1/cases/${submitted.caseId}/attachments`)
    ).body;
    expect(items.map(({ name }) => name).sort()).toEqual(
      [...groupApplication().attachments.map(({ name }) => name), '补充授权书（演示）.pdf'].sort(),
    );
  });

  it('is read by those who may see the case, through a link that ends, and by nobody else', async () => {
    const path = `/v1/cases/${submitted.caseId}/attachments`;
    const officer = await platform.signIn('environment-officer');
    const { items } = (await officer.get<{ items: CaseAttachment[] }>(path)).body;
    for (const { attachmentId, sha256, mediaType } of items) {
      const { url } = (await officer.get<{ url: string }>(`${path}/${attachmentId}`)).body;
      const reply = await fetch(url);
      const content = Buffer.from(await reply.arrayBuffer());
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(reply.headers.get('content-type')).toBe(mediaType);
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    }
    const [first] = items;
    const { url } = (await officer.get<{ url: string }>(`${path}/${first?.attachmentId}`)).body;
    await platform.pass(301_000);
    expect((await fetch(url)).status).toBe(403);

    const stranger = await platform.signIn('lanxin');
    for (const one of [path, `${path}/${first?.attachmentId}`]) {
      await expect(stranger.get(one)).rejects.toMatchObject({ problem: { status: 403 } });
    }
  });

  it('goes with a department’s answer, and the applicant reads it', async () => {
    const officer = await platform.signIn('environment-officer');
    const { attachmentId } = await uploadAttachment(officer, '核查意见（演示）.pdf', PDF);
    const { tasks } = await readCase(enterprise, submitted);
    const path = `/v1/desk/tasks/${tasks.find(({ departmentId }) => departmentId === 'environment')?.taskId}`;
    const { body, etag } = await officer.get<DeskTask>(path);
    const answer = cleanAnswer(body.question as DepartmentQuestion);

    await officer.post(`${path}/decision`, { answer, attachmentIds: [attachmentId] }, { etag });

    expect((await officer.get<DeskTask>(path)).body.attachmentIds).toEqual([attachmentId]);
    const kept = `/v1/cases/${submitted.caseId}/attachments/${attachmentId}`;
    const { url } = (await enterprise.get<{ url: string }>(kept)).body;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(PDF)).toBe(true);
  });

  it('takes no other bytes than those announced', async () => {
    const announced = await announce('a.pdf', PDF);
    expect(await put(announced, Buffer.concat([PDF, PDF]))).toBe(403);
    expect(await put(announced, Buffer.from(PDF.toString('latin1').replace('1.7', '1.4')))).toBe(400);
    await expect(complete(announced)).rejects.toMatchObject({
      problem: { status: 409, code: 'attachment-not-uploaded' },
    });
  });

  it('with the EICAR test file is refused, uploaded or inside the application, and nothing is written', async () => {
    const content = Buffer.concat([PDF, Buffer.from(EICAR)]);
    const announced = await announce('a.pdf', content);
    await put(announced, content);
    expect(await complete(announced)).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'malware' },
      scan: { by: 'eicar-stub', verdict: 'THREAT' },
    });

    const before = (await enterprise.get<{ items: unknown[] }>('/v1/cases?limit=100')).body.items.length;
    const inline = {
      name: 'b.pdf',
      mediaType: 'application/pdf',
      contentBase64: content.toString('base64'),
    };
    const { attachmentId } = announced.attachment;
    const application = {
      ...groupApplication(),
      purpose: { kind: 'bond', board: 'sse-main' },
      fields: ['no-such-field'],
      attachments: [inline],
      attachmentIds: [attachmentId, 'att-none'],
    };
    const refused = await enterprise.post('/v1/listing-certificates', application).catch((error) => error);
    expect(refused).toMatchObject({ problem: { status: 422 } });
    const faults = refused.problem.faults.map(
      ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
    );
    // Beside every other fault of the application.
    expect(faults).toEqual(
      expect.arrayContaining([
        '/fields/0 field-unknown',
        '/attachments/0/contentBase64 attachment-malware',
        '/attachmentIds/0 attachment-not-clean',
        '/attachmentIds/1 attachment-unknown',
      ]),
    );
    const after = (await enterprise.get<{ items: unknown[] }>('/v1/cases?limit=100')).body.items.length;
    expect(after).toBe(before);
  });

  it('that no case uses is gone after a day, one that is used stays', async () => {
    const announced = await announce('a.pdf', PDF);
    await put(announced, PDF);
    await complete(announced);
    await platform.pass(DAY_MS);
    enterprise = await platform.signIn('qiyuan');

    const path = `/v1/attachments/${announced.attachment.attachmentId}`;
    await expect(enterprise.get(path)).rejects.toMatchObject({ problem: { status: 404 } });
    const kept = await enterprise.get<{ items: CaseAttachment[] }>(
      `/v1/cases/${submitted.caseId}/attachments`,
    );
    expect(kept.body.items.length).toBeGreaterThan(0);
  });
});
