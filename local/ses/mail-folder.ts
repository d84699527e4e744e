import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where mails that nobody sends on are put, one .eml file each, for people to open. */
export interface MailFolder {
  put(at: Date, messageId: string, content: Buffer): void;
}

/** File names sort by time: `20261125T013000000Z-<message id>.eml`. */
export function openMailFolder(folder: string | undefined): MailFolder {
  if (folder === undefined) return { put: () => {} };
  mkdirSync(folder, { recursive: true });
  return {
    put(at, messageId, content) {
      const file = join(folder, `${at.toISOString().replaceAll(/[-:.]/g, '')}-${messageId}.eml`);
      // Whoever watches the folder sees whole mails only.
      writeFileSync(`${file}.part`, content);
      renameSync(`${file}.part`, file);
    },
  };
}
