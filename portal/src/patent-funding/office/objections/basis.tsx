import type { Objection } from '../../../../../workflows/patent-funding/notice/contract.ts';
import { DownloadObjectionFile } from '../../../../../workflows/patent-funding/notice/routes.ts';
import { useText } from '../../../language.tsx';
import { LinkedFiles } from '../../../parts/linked-files.tsx';

/** Who raised an objection and on what it rests, among its facts; for those who review it. */
export function Basis({ objection }: { readonly objection: Objection }) {
  const say = useText();
  const { caseId, objectionId, contact, evidence, files } = objection;
  return (
    <>
      <dt>{say({ zh: '提出人（不公开）', en: 'Raised by (never shown)' })}</dt>
      <dd>{[contact.name, contact.phone, contact.email].filter(Boolean).join(' · ')}</dd>
      <dt>{say({ zh: '证据', en: 'Evidence' })}</dt>
      <dd>
        {evidence.map(({ title, url, excerpt }) => (
          <div key={`${title} ${url} ${excerpt}`}>
            {url ? (
              <a href={url} rel="noopener noreferrer" target="_blank">
                {title}
              </a>
            ) : (
              title
            )}
            {excerpt && <div className="quiet">{excerpt}</div>}
          </div>
        ))}
        {files.length > 0 && (
          <LinkedFiles
            files={files}
            contract={DownloadObjectionFile}
            inputOf={(attachmentId) => ({ params: { caseId, objectionId, attachmentId } })}
          />
        )}
      </dd>
    </>
  );
}
