import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TimelineEntry } from '../../../workflows/shared/case.ts';
import { alteredAssembly, withoutAction } from '../altered-assembly.ts';
import { startPlatform } from '../platform.ts';
import { decideAll, readCase, submit } from './steps.ts';

it('keeps a failed case whole: after the cause is mended the office resumes it, and nobody is asked again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'platform-'));
  const broken = await startPlatform({
    data,
    assembly: alteredAssembly('liangjiang-listing-certificate', (resources) =>
      withoutAction(resources, 'RenderReportRole', 's3:PutObject'),
    ),
  });
  const applicant = await broken.signIn('qiyuan');
  const submitted = await submit(broken, applicant);
  await decideAll(broken, applicant, submitted);
  expect((await readCase(applicant, submitted)).status).toBe('FAILED');
  await broken.stop();

  const mended = await startPlatform({ data });
  try {
    const office = await mended.signIn('office');
    await office.post(`/v1/cases/${submitted.caseId}/resume`, {});
    await mended.settle();
    const enterprise = await mended.signIn('qiyuan');
    expect(await readCase(enterprise, submitted)).toMatchObject({ status: 'ISSUED' });
    const { body } = await enterprise.get<{ items: TimelineEntry[] }>(
      `/v1/cases/${submitted.caseId}/timeline?limit=100`,
    );
    const kinds = body.items.map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind === 'task-decided')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'number-assigned')).toHaveLength(1);
    await expect(office.post(`/v1/cases/${submitted.caseId}/resume`, {})).rejects.toMatchObject({
      problem: { status: 409 },
    });
  } finally {
    await mended.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
