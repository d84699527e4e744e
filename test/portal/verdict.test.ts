import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../portal/src/api/client.ts';
import { verdictOf } from '../../portal/src/parts/verdict.ts';
import type { Attachment } from '../../workflows/shared/attachments/attachment.ts';

type Reply = Attachment['state'] | number;

const problem = (status: number) =>
  new ApiProblem({ type: 'about:blank', title: '', status, code: 'none', zh: '无', en: 'None' });

/** Asks a platform that replies so, one after the other; a number is the status of a refusal. */
async function asked(...replies: Reply[]) {
  const pauses: number[] = [];
  let scanning = 0;
  const next = async () => {
    const reply = replies.shift();
    if (typeof reply === 'number') throw problem(reply);
    return { attachmentId: 'att-1', state: reply } as Attachment;
  };
  const verdict = await verdictOf({
    complete: next,
    read: next,
    onScanning: () => void scanning++,
    pause: async (ms) => void pauses.push(ms),
  }).catch((error: unknown) => error);
  return { verdict, pauses, scanning, left: replies.length };
}

describe('a file that was sent', () => {
  it.each(['CLEAN', 'REFUSED'] as const)('is %s at once where the scanner answers at once', async (state) => {
    expect(await asked(state)).toMatchObject({ verdict: { state }, pauses: [], scanning: 0 });
  });

  it.each(['CLEAN', 'REFUSED'] as const)(
    'is asked for while it is scanned, until it is %s',
    async (state) => {
      const { verdict, pauses, left } = await asked('SCANNING', 'SCANNING', 'SCANNING', 'SCANNING', state);
      expect(verdict).toMatchObject({ state });
      expect(pauses).toEqual([1000, 1500, 2250, 3375]);
      expect(left).toBe(0);
    },
  );

  it('is asked for ever more seldom, and no more seldom than every half minute', async () => {
    const { pauses } = await asked(...Array.from({ length: 20 }, () => 'SCANNING' as const), 'CLEAN');
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(pauses.at(-1)).toBe(30_000);
  });

  it('is asked for again where a question did not get through', async () => {
    const { verdict, left } = await asked('SCANNING', 0, 503, 429, 'CLEAN');
    expect(verdict).toMatchObject({ state: 'CLEAN' });
    expect(left).toBe(0);
  });

  it.each([401, 404])('is asked for no more after a refusal (%s)', async (status) => {
    expect(await asked('SCANNING', status, 'CLEAN')).toMatchObject({ verdict: problem(status), left: 1 });
  });

  it('is asked for no more where its completion does not get through: somebody tries again', async () => {
    expect(await asked(0, 'CLEAN')).toMatchObject({ verdict: problem(0), left: 1 });
  });
});
