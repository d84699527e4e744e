import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  AnnounceAttachment,
  AnnouncePublicAttachment,
  CompleteAttachment,
  CompletePublicAttachment,
} from '../../../workflows/shared/attachments/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { ApiProblem, type Output } from '../api/client.ts';
import { useCall } from '../api/use-route.ts';
import { useWhoever } from '../session/who.ts';
import { keepFile, keptFilesOf, releaseFile } from './kept-files.ts';
import { putFile, sha256Of } from './put-file.ts';
import type { UploadedFile } from './upload.tsx';

interface Uploading {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly refusal?: Bilingual;
}

/**
 * Sends files past every function into the bucket, then has them checked: announce, PUT, complete. A file is kept on this device until
 * it has arrived: where the page was loaded again, or somebody had to sign in again meanwhile, it sets out once more. A file of whoever
 * is not signed in is not kept: the next at this device would send it as their own.
 */
export function useUploads(form: string, onClean: (file: UploadedFile) => void) {
  const call = useCall();
  const who = useWhoever();
  const owner = who && `${who.organisationId}.${who.personId}.${form}`;
  const { announce, complete } = who ? OWN : PUBLIC;
  const [uploads, setUploads] = useState<readonly Uploading[]>([]);
  const chosen = useRef(new Map<string, File>());

  const show = (key: string, change: Partial<Uploading>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const forget = (key: string) => {
    chosen.current.delete(key);
    void releaseFile(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };
  async function send(key: string, file: File): Promise<void> {
    try {
      const body = { name: file.name, sizeBytes: file.size, sha256: await sha256Of(file) };
      const announced: Output<typeof AnnounceAttachment> = await (await call(announce, { body }, key)).json();
      const { attachmentId } = announced.attachment;
      await putFile(file, announced.upload, (percent) => show(key, { percent }));
      const done: Output<typeof CompleteAttachment> = await (
        await call(complete, { params: { attachmentId } })
      ).json();
      if (done.state !== 'CLEAN') return show(key, { refusal: done.refusal ?? STILL_SCANNED });
      forget(key);
      onClean({ attachmentId, name: file.name });
    } catch (error) {
      const problem = error instanceof ApiProblem ? error.problem : undefined;
      show(key, { refusal: problem?.faults?.[0] ?? problem ?? NOT_SENT });
    }
  }
  function setOut(key: string, file: File): void {
    if (chosen.current.has(key)) return;
    chosen.current.set(key, file);
    setUploads((all) => [...all, { key, name: file.name, percent: 0 }]);
    void send(key, file);
  }
  const setOutAgain = useEffectEvent(async () => {
    if (!owner) return;
    for (const { key, file } of await keptFilesOf(owner)) setOut(key, file);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another person or form left is another's
  useEffect(() => void setOutAgain(), [owner]);
  return {
    uploads,
    forget,
    async start(file: File) {
      const key = crypto.randomUUID();
      if (owner) await keepFile({ key, owner, file });
      setOut(key, file);
    },
    retry(key: string) {
      const file = chosen.current.get(key);
      if (!file) return;
      forget(key);
      void this.start(file);
    },
  };
}

const OWN = { announce: AnnounceAttachment, complete: CompleteAttachment };
const PUBLIC = { announce: AnnouncePublicAttachment, complete: CompletePublicAttachment };

const NOT_SENT = { zh: '没有传完，请重试', en: 'It was not sent completely; try again' };
const STILL_SCANNED = {
  zh: '仍在扫描恶意软件，请稍后重试',
  en: 'It is still being scanned for malware; try again in a moment',
};
