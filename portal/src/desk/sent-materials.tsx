import type { Material } from '../../../workflows/shared/material.ts';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';

/** What the applicant sent of its own accord. */
export function SentMaterials({ sent }: { readonly sent: readonly Material[] }) {
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
            {attachmentIds.length > 0 && (
              <small> · {say({ zh: '{n} 个附件', en: '{n} files' }, { n: attachmentIds.length })}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
