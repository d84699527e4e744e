import type { Material } from '../../../workflows/shared/material.ts';
import { NamedFiles } from '../cases/named-files.tsx';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';

interface Props {
  readonly caseId: string;
  readonly sent: readonly Material[];
}

/** What the applicant sent of its own accord. */
export function SentMaterials({ caseId, sent }: Props) {
  const say = useText();
  const when = useWhen();
  if (sent.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '企业主动补充的材料', en: 'Sent by the applicant' })}</h2>
      <ul>
        {sent.map(({ materialId, at, text, attachmentIds }) => (
          <li key={materialId}>
            {text} <small>{when.time(at)}</small>
            <NamedFiles caseId={caseId} attachmentIds={attachmentIds} />
          </li>
        ))}
      </ul>
    </section>
  );
}
