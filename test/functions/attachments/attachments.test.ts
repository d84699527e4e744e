import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { downloadCaseAttachment } from '../../../functions/attachments/download-case-attachment.ts';
import { listCaseAttachments } from '../../../functions/attachments/list-case-attachments.ts';
import { readAttachment } from '../../../functions/attachments/read-attachment.ts';
import { readPublicAttachment } from '../../../functions/attachments/read-public-attachment.ts';
import { recordScanResult } from '../../../functions/attachments/record-scan-result.ts';
import { showAttachmentLimits } from '../../../functions/attachments/show-attachment-limits.ts';
import { findAttachments, useAttachments } from '../../../functions/shared/attachments/use-attachments.ts';
import { route } from '../../../functions/shared/route.ts';
import { ANYBODY, type Sender } from '../../../workflows/shared/attachments/attachment.ts';
import {
  DownloadCaseAttachment,
  ListCaseAttachments,
  ReadAttachment,
  ReadPublicAttachment,
  ShowAttachmentLimits,
} from '../../../workflows/shared/attachments/routes.ts';
import { RecordScanResult } from '../../../workflows/shared/attachments/steps.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview } from '../support/sample-case.ts';
import { attachmentWorld, EICAR, PDF, told } from './attachment-world.ts';

const { db } = useDatabase();
let at: ReturnType<typeof attachmentWorld>;
beforeEach(() => {
  at = attachmentWorld(db());
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docx = (more: Record<string, Uint8Array> = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`,
      ),
      'word/document.xml': strToU8('<w:document/>'),
      ...more,
    }),
  );

describe('announcing an attachment', () => {
  it('answers where to put it and what it must be', async () => {
    const { status, json } = await at.announce(ENTERPRISE, told('授权书.pdf', PDF));
    expect(status).toBe(201);
    expect(json.attachment).toMatchObject({ state: 'ANNOUNCED', name: '授权书.pdf' });
    expect(json.upload).toMatchObject({ url: expect.stringContaining('uploads/att-') });
  });

  it.each([
    ['a path for a name', { name: '../x.pdf' }, '/name'],
    ['a line break in the name', { name: 'a\nb.pdf' }, '/name'],
    ['no content', { sizeBytes: 0 }, '/sizeBytes'],
    ['a checksum that is none', { sha256: 'abc' }, '/sha256'],
    ['more than may be sent', { sizeBytes: 20 * 1024 * 1024 + 1 }, '/sizeBytes'],
    ['what nobody asked for', { mediaType: 'application/pdf' }, '/mediaType'],
  ])('refuses %s', async (_what, wrong, pointer) => {
    const refused = await at.announce(ENTERPRISE, { ...told('a.pdf', PDF), ...wrong });
    expect(refused.status).toBe(422);
    expect((refused.json.faults as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it('is refused where nobody scans for malware', async () => {
    const unscanned = attachmentWorld(db(), 'not-configured');
    const refused = await unscanned.announce(ENTERPRISE, told('a.pdf', PDF));
    expect(refused).toMatchObject({ status: 409, json: { code: 'malware-scan-not-configured' } });
  });
});

describe('completing an upload', () => {
  it.each([
    ['a PDF, whatever it is called', 'notes.txt', PDF, 'application/pdf'],
    ['a Word file', 'a.docx', docx(), WORD],
  ])('finds %s clean', async (_what, name, content, mediaType) => {
    const id = await at.upload(ENTERPRISE, name, content);
    expect(await at.complete(ENTERPRISE, id)).toMatchObject({
      status: 200,
      json: { state: 'CLEAN', mediaType, scan: { by: 'eicar-stub', verdict: 'CLEAN' } },
    });
    // Sent again it changes nothing.
    expect((await at.complete(ENTERPRISE, id)).json).toMatchObject({ state: 'CLEAN' });
  });

  it.each([
    ['a program that calls itself a PDF', 'a.pdf', Buffer.from('MZ\x90\0'.padEnd(200, '\0')), 'type-refused'],
    ['a plain text', 'a.pdf', Buffer.from('hello'), 'type-refused'],
    ['a page with script', 'a.pdf', Buffer.from('<html><script>alert(1)</script>'), 'type-refused'],
    ['the test file inside a PDF', 'a.pdf', Buffer.concat([PDF, EICAR]), 'malware'],
    ['the test file inside a Word file', 'a.docx', docx({ 'word/media/a.bin': EICAR }), 'malware'],
    [
      'the test file in an archive inside a Word file',
      'a.docx',
      docx({ 'word/embeddings/a.zip': zipSync({ 'eicar.com': EICAR }) }),
      'malware',
    ],
    [
      'an archive that unpacks to more than memory holds',
      'a.docx',
      docx({ 'word/media/zeros.bin': new Uint8Array(65 * 1024 * 1024) }),
      'malware',
    ],
  ])('refuses %s', async (_what, name, content, code) => {
    const id = await at.upload(ENTERPRISE, name, content);
    expect(await at.complete(ENTERPRISE, id)).toMatchObject({
      status: 200,
      json: { state: 'REFUSED', refusal: { code } },
    });
  });

  it('refuses content that is not what was announced', async () => {
    const id = await at.upload(ENTERPRISE, 'a.pdf', PDF, Buffer.concat([PDF, Buffer.from(' ')]));
    expect((await at.complete(ENTERPRISE, id)).json).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'content-differs' },
    });
  });

  it('says 409 before anything was uploaded', async () => {
    const { json } = await at.announce(ENTERPRISE, told('a.pdf', PDF));
    const { attachmentId } = json.attachment as { attachmentId: string };
    expect(await at.complete(ENTERPRISE, attachmentId)).toMatchObject({
      status: 409,
      json: { code: 'attachment-not-uploaded' },
    });
  });

  it('goes on where a process died between content and scan', async () => {
    const id = await at.upload(ENTERPRISE, 'a.pdf', PDF);
    const read = await at.services.attachments.read(id, at.services.now());
    if (!read) throw new Error('it was just announced');
    await at.services.attachments.change(read, { state: 'SCANNING', mediaType: 'application/pdf' });
    expect((await at.complete(ENTERPRISE, id)).json).toMatchObject({ state: 'CLEAN' });
  });

  it('is for its own organisation: another’s and none answer alike', async () => {
    const id = await at.upload(ENTERPRISE, 'a.pdf', PDF);
    const foreign = await at.complete(OTHER_ENTERPRISE, id);
    const absent = await at.complete(OTHER_ENTERPRISE, 'att-0');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.json, instance: '' }).toEqual({ ...absent.json, instance: '' });
    const handler = route(ReadAttachment, readAttachment, () => at.services);
    expect((await send(handler, { actor: OFFICE, path: { attachmentId: id } })).status).toBe(404);
    expect((await send(handler, { actor: ENTERPRISE, path: { attachmentId: id } })).status).toBe(200);
  });
});

describe('a file that anybody sends', () => {
  const upload = async (from: string, content = PDF) => {
    const { status, json } = await at.announcePublicly(told('证据.pdf', content), from);
    if (status !== 201) return { status, json };
    const { attachmentId } = json.attachment as { attachmentId: string };
    at.bucket.set(`uploads/${attachmentId}`, content);
    return { status, json, attachmentId };
  };

  it('is checked and scanned as any, and known by its id alone', async () => {
    const { attachmentId = '' } = await upload('192.0.2.1');
    expect((await at.completePublicly(attachmentId)).json).toMatchObject({ state: 'CLEAN' });
    const read = route(ReadPublicAttachment, readPublicAttachment, () => at.services);
    expect((await send(read, { path: { attachmentId } })).json).toMatchObject({ state: 'CLEAN' });
    expect((await at.complete(ENTERPRISE, attachmentId)).status).toBe(404);
    const named = (sender: Sender) => findAttachments([attachmentId], sender, '', at.services);
    expect((await named(ANYBODY)).faults).toEqual([]);
    expect((await named(ENTERPRISE)).faults).toMatchObject([{ code: 'attachment-unknown' }]);

    const ofEnterprise = await at.upload(ENTERPRISE, 'a.pdf', PDF);
    expect((await at.completePublicly(ofEnterprise)).status).toBe(404);
    const threat = await upload('192.0.2.1', Buffer.concat([PDF, EICAR]));
    expect((await at.completePublicly(threat.attachmentId ?? '')).json).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'malware' },
    });
  });

  it('is small, as is told before it is chosen, and so many a day come from one address', async () => {
    const limits = route(ShowAttachmentLimits, showAttachmentLimits, () => at.services);
    expect((await send(limits, {})).json).toMatchObject({ fromAnybody: { maximumBytes: 5 * 1024 * 1024 } });
    const large = { ...told('a.pdf', PDF), sizeBytes: 5 * 1024 * 1024 + 1 };
    expect((await at.announcePublicly(large, '192.0.2.2')).status).toBe(422);
    const statuses = [];
    for (let file = 0; file < 11; file++) statuses.push((await upload('192.0.2.2')).status);
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
    expect((await upload('192.0.2.3')).status).toBe(201);
    at.pass(86_400);
    expect((await upload('192.0.2.2')).status).toBe(201);
  });
});

describe('GuardDuty’s verdict', () => {
  const event = (objectKey: string, scanResultStatus: string) =>
    RecordScanResult.input.parse({
      detail: { s3ObjectDetails: { objectKey }, scanResultDetails: { scanResultStatus } },
    });

  it.each([
    ['NO_THREATS_FOUND', 'CLEAN'],
    ['THREATS_FOUND', 'REFUSED'],
    ['UNSUPPORTED', 'REFUSED'],
    ['FAILED', 'REFUSED'],
  ])('%s makes it %s, whether it comes before or after the upload is called done', async (verdict, state) => {
    const waiting = attachmentWorld(db(), 'guardduty');
    const late = await waiting.upload(ENTERPRISE, 'a.pdf', PDF);
    expect((await waiting.complete(ENTERPRISE, late)).json).toMatchObject({ state: 'SCANNING' });
    expect(await recordScanResult(event(`uploads/${late}`, verdict), waiting.services)).toEqual({
      recorded: true,
    });
    expect((await waiting.complete(ENTERPRISE, late)).json).toMatchObject({ state });
    expect(await recordScanResult(event(`uploads/${late}`, 'THREATS_FOUND'), waiting.services)).toEqual({
      recorded: false,
    });

    const early = await waiting.upload(ENTERPRISE, 'a.pdf', PDF);
    await recordScanResult(event(`uploads/${early}`, verdict), waiting.services);
    expect((await waiting.complete(ENTERPRISE, early)).json).toMatchObject({ state });
  });

  it('of another object changes nothing', async () => {
    for (const key of ['registers/tax/1', 'uploads/att-unknown']) {
      expect(await recordScanResult(event(key, 'THREATS_FOUND'), at.services)).toEqual({ recorded: false });
    }
  });
});

describe('using attachments', () => {
  async function clean() {
    const id = await at.upload(ENTERPRISE, '证明 (1).pdf', PDF);
    await at.complete(ENTERPRISE, id);
    return id;
  }

  it('names everything wrong with those that are listed', async () => {
    const good = await clean();
    const dirty = await at.upload(ENTERPRISE, 'a.pdf', PDF);
    const ids = [good, dirty, 'att-none', good];
    const { faults } = await findAttachments(ids, ENTERPRISE, '/attachmentIds', at.services);
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/attachmentIds/1 attachment-not-clean',
      '/attachmentIds/2 attachment-unknown',
      '/attachmentIds/3 attachment-twice',
    ]);
    const foreign = await findAttachments([good], OTHER_ENTERPRISE, '/attachmentIds', at.services);
    expect(foreign.faults.map(({ code }) => code)).toEqual(['attachment-unknown']);
  });

  it('keeps them with one case, and lets whoever may see the case read them', async () => {
    const { caseId } = await caseInReview(at.services);
    const other = await caseInReview(at.services);
    const id = await clean();
    const { rows } = await findAttachments([id], ENTERPRISE, '/attachmentIds', at.services);
    const [first, second] = await Promise.all([
      useAttachments(rows, caseId, at.services),
      useAttachments(rows, other.caseId, at.services),
    ]);
    await at.services.commit(first.writes);
    await expect(at.services.commit(second.writes)).rejects.toMatchObject({ code: 'attachment-used' });
    expect((await findAttachments([id], ENTERPRISE, '', at.services)).faults[0]?.code).toBe(
      'attachment-used',
    );

    expect(at.bucket.get(`cases/${caseId}/attachments/${id}`)).toEqual(PDF);
    const list = route(ListCaseAttachments, listCaseAttachments, () => at.services);
    const download = route(DownloadCaseAttachment, downloadCaseAttachment, () => at.services);
    const seen = await send(list, { actor: ENTERPRISE, path: { caseId } });
    expect(seen.json.items).toMatchObject([{ attachmentId: id, name: '证明 (1).pdf' }]);
    const link = await send(download, { actor: OFFICE, path: { caseId, attachmentId: id } });
    expect(link.json.url).toContain(`cases/${caseId}/attachments/${id}`);

    for (const actor of [OTHER_ENTERPRISE, ENVIRONMENT, TAX]) {
      expect((await send(download, { actor, path: { caseId, attachmentId: id } })).status).toBe(403);
    }
    const elsewhere = { actor: ENTERPRISE, path: { caseId: other.caseId, attachmentId: id } };
    expect((await send(download, elsewhere)).status).toBe(404);
  });

  it('is over a day after they were announced', async () => {
    const id = await clean();
    at.pass(24 * 3600);
    const { faults } = await findAttachments([id], ENTERPRISE, '', at.services);
    expect(faults.map(({ code }) => code)).toEqual(['attachment-unknown']);
    expect((await at.complete(ENTERPRISE, id)).status).toBe(404);
  });
});
