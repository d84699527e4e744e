import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateStore } from '../../../../functions/listing-certificate/store/certificate-store.ts';
import { StaleReadError } from '../../../../functions/shared/store/stale-read.ts';
import { committer } from '../../../../functions/shared/store/write.ts';
import { useDatabase } from '../../support/database.ts';
import { sampleFacts } from '../sample-facts.ts';

const PDF = { key: 'cases/1/report.pdf', sha256: 'a'.repeat(64), sizeBytes: 10 };
const PUBLISHED_AT = '2026-11-20T16:00:00+08:00';

describe('the certificate store', () => {
  const database = useDatabase();
  const store = () => certificateStore(database.db(), 'CertificateTable');
  const commit = (writes: Parameters<ReturnType<typeof committer>>[0]) => committer(database.db())(writes);

  async function numbered() {
    const facts = { ...sampleFacts(), number: `LJHG-${randomUUID()}`, caseId: randomUUID() };
    await commit(store().putFacts(facts));
    return facts;
  }

  it('finds the facts by number, and the number by case', async () => {
    const facts = await numbered();

    expect(await store().read(facts.number)).toEqual({
      facts,
      standing: { version: 1, status: 'valid', objections: [] },
    });
    expect(await store().numberOfCase(facts.caseId)).toBe(facts.number);
  });

  it('gives a case one certificate only, and lets the loser read again', async () => {
    const facts = await numbered();

    const second = commit(store().putFacts({ ...facts, number: `${facts.number}-2` }));

    await expect(second).rejects.toThrow(StaleReadError);
    expect(await store().read(`${facts.number}-2`)).toBeUndefined();
  });

  it('gives a number once', async () => {
    const facts = await numbered();

    await expect(commit(store().putFacts({ ...facts, caseId: randomUUID() }))).rejects.toThrow();
    expect((await store().read(facts.number))?.facts.caseId).toBe(facts.caseId);
  });

  it('keeps the first credential and answers it to whoever comes second', async () => {
    const { number } = await numbered();

    const answers = [
      await store().setCredentialIfAbsent(number, 'first'),
      await store().setCredentialIfAbsent(number, 'second'),
    ];

    expect(answers).toEqual(['first', 'first']);
    expect(await store().credentialOf(number)).toBe('first');
  });

  it('keeps one credential of two written at once', async () => {
    const { number } = await numbered();

    const answers = await Promise.all(
      ['a', 'b', 'c'].map((credential) => store().setCredentialIfAbsent(number, credential)),
    );

    expect(new Set(answers)).toEqual(new Set([await store().credentialOf(number)]));
  });

  it('keeps the first PDF', async () => {
    const { number } = await numbered();

    await store().setPdfIfAbsent(number, PDF);

    expect(await store().setPdfIfAbsent(number, { ...PDF, key: 'other' })).toEqual(PDF);
  });

  it('makes no certificate out of a credential or a PDF', async () => {
    await expect(store().setCredentialIfAbsent('nobody', 'jwt')).rejects.toThrow();
    await expect(store().setPdfIfAbsent('nobody', PDF)).rejects.toThrow();
    expect(await store().read('nobody')).toBeUndefined();
    expect(await store().credentialOf('nobody')).toBeUndefined();
  });

  it('publishes what is signed and printed', async () => {
    const { number } = await numbered();
    await store().setCredentialIfAbsent(number, 'jwt');
    await store().setPdfIfAbsent(number, PDF);

    await commit([store().publish(number, PUBLISHED_AT)]);

    expect((await store().read(number))?.publishedAt).toBe(PUBLISHED_AT);
  });

  it.each([
    ['unsigned', async (number: string) => void (await store().setPdfIfAbsent(number, PDF))],
    ['unprinted', async (number: string) => void (await store().setCredentialIfAbsent(number, 'jwt'))],
    ['unknown', async () => {}],
  ])('does not publish what is %s', async (what, prepare) => {
    const number = what === 'unknown' ? 'nobody' : (await numbered()).number;
    await prepare(number);

    await expect(commit([store().publish(number, PUBLISHED_AT)])).rejects.toThrow(/not signed and rendered/);
    expect((await store().read(number))?.publishedAt).toBeUndefined();
  });

  it('holds the largest certificate in sight: thirty entities in twenty fields', async () => {
    const facts = { ...sampleFacts(30, 20), number: `LJHG-${randomUUID()}`, caseId: randomUUID() };

    await commit(store().putFacts(facts));

    expect((await store().read(facts.number))?.facts.matrix).toHaveLength(600);
  });
});
