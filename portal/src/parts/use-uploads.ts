import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  AnnounceAttachment,
  AnnouncePublicAttachment,
  CompleteAttachment,
  CompletePublicAttachment,
  ReadAttachment,
  ReadPublicAttachment,
} from '../../../workflows/shared/attachments/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { ApiProblem } from '../api/client.ts';
import { useCall } from '../api/use-route.ts';
import { useWhoever } from '../session/who.ts';
import { keepFile, keptFilesOf, releaseFile } from './kept-files.ts';
import { sendFile } from './send-file.ts';
import type { UploadedFile } from './uploaded-file.ts';
import { paused, verdictOf } from './verdict.ts';

/** A file on its way, as it is shown. */
export interface Uploading {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly isScanning?: boolean;
  readonly refusal?: Bilingual | undefined;
}

/** A file on its way; with its id once it lies in the bucket, so that it is asked for and not sent again. */
interface Chosen {
  readonly file: File;
  readonly attachmentId?: string | undefined;
  readonly stop: AbortController;
}

/**
 * Sends files past every function into the bucket, then has them checked: announce, PUT, complete, and ask until the scanner has
 * answered. A file is kept on this device until it has arrived and is clean: where the page was loaded again, or somebody had to sign in
 * again meanwhile, it sets out once more, or is asked for. A file of whoever is not signed in is not kept: the next at this device would
 * send it as their own.
 */
export function useUploads(form: string, onClean: (file: UploadedFile) => void) {
  const call = useCall();
  const who = useWhoever();
  const owner = who && `${who.organisationId}.${who.personId}.${form}`;
  const routes = who ? OWN : PUBLIC;
  const [uploads, setUploads] = useState<readonly Uploading[]>([]);
  const chosen = useRef(new Map<string, Chosen>());

  const show = (key: string, change: Partial<Uploading>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const forget = (key: string) => {
    chosen.current.get(key)?.stop.abort();
    chosen.current.delete(key);
    void releaseFile(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };
  const ask = async (contract: Asked, attachmentId: string) =>
    (await call(contract, { params: { attachmentId } })).json();
  async function sent(key: string, { file }: Chosen): Promise<string> {
    const attachmentId = await sendFile(call, routes.announce, key, file, (percent) =>
      show(key, { percent }),
    );
    if (owner) await keepFile({ key, owner, file, attachmentId });
    return attachmentId;
  }
  async function send(key: string, one: Chosen): Promise<void> {
    const { file, stop } = one;
    try {
      const attachmentId = one.attachmentId ?? (await sent(key, one));
      stop.signal.throwIfAborted();
      chosen.current.set(key, { ...one, attachmentId });
      const { state, refusal, scan } = await verdictOf({
        complete: () => ask(routes.complete, attachmentId),
        read: () => ask(routes.read, attachmentId),
        onScanning: () => show(key, { isScanning: true }),
        pause: (ms) => paused(ms, stop.signal),
      });
      stop.signal.throwIfAborted();
      if (state !== 'CLEAN') return refuse(key, one, refusal);
      onClean({ attachmentId, name: file.name, scannedBy: scan?.by });
      forget(key);
    } catch (error) {
      if (stop.signal.aborted) return;
      const { why, hasItsEnd } = failureOf(error);
      if (hasItsEnd) refuse(key, one, why);
      else show(key, { isScanning: false, refusal: why });
    }
  }
  /** What has its end is not asked for again: another try is another file. */
  function refuse(key: string, { file, stop }: Chosen, refusal: Bilingual = NOT_SENT): void {
    chosen.current.set(key, { file, stop });
    show(key, { isScanning: false, refusal });
  }
  function setOut(key: string, file: File, attachmentId?: string): void {
    if (chosen.current.has(key)) return;
    const one = { file, attachmentId, stop: new AbortController() };
    chosen.current.set(key, one);
    setUploads((all) => [
      ...all,
      { key, name: file.name, percent: 0, isScanning: attachmentId !== undefined },
    ]);
    void send(key, one);
  }
  const setOutAgain = useEffectEvent(async (signal: AbortSignal) => {
    const kept = owner ? await keptFilesOf(owner) : [];
    if (signal.aborted) return;
    for (const { key, file, attachmentId } of kept) setOut(key, file, attachmentId);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another person or form left is another's
  useEffect(() => {
    const left = new AbortController();
    const underWay = chosen.current;
    void setOutAgain(left.signal);
    return () => {
      left.abort();
      for (const { stop } of underWay.values()) stop.abort();
      underWay.clear();
      setUploads([]);
    };
  }, [owner]);
  async function start(file: File): Promise<void> {
    const key = crypto.randomUUID();
    if (owner) await keepFile({ key, owner, file });
    setOut(key, file);
  }
  return {
    uploads,
    forget,
    start,
    /** Asks for a file that lies in the bucket; sends it anew where it does not, or where it was refused. */
    retry(key: string): void {
      const one = chosen.current.get(key);
      if (one?.attachmentId) {
        show(key, { isScanning: true, refusal: undefined });
        void send(key, one);
      } else if (one) {
        forget(key);
        void start(one.file);
      }
    },
  };
}

const OWN = { announce: AnnounceAttachment, complete: CompleteAttachment, read: ReadAttachment };
const PUBLIC = {
  announce: AnnouncePublicAttachment,
  complete: CompletePublicAttachment,
  read: ReadPublicAttachment,
};
type Asked = (typeof OWN | typeof PUBLIC)['complete' | 'read'];

const NOT_SENT = { zh: '没有传完，请重试', en: 'It was not sent completely; try again' };
/** Not there any more, or never uploaded. */
const HAS_ITS_END = [404, 409];

function failureOf(error: unknown): { readonly why: Bilingual; readonly hasItsEnd: boolean } {
  if (!(error instanceof ApiProblem)) return { why: NOT_SENT, hasItsEnd: false };
  const { problem } = error;
  return { why: problem.faults?.[0] ?? problem, hasItsEnd: HAS_ITS_END.includes(problem.status) };
}
