import type { SupplementView } from '../../../workflows/shared/supplement.ts';
import { listed, useText } from '../language.tsx';
import { usePartNames } from '../parts/use-part-names.ts';
import { NamedFiles } from './named-files.tsx';

/** What a department asks for, each thing with the parts of its question that wait for it, and the files it gave. */
export function AskedItems({ asked }: { readonly asked: SupplementView }) {
  const say = useText();
  const name = usePartNames();
  return (
    <>
      <ol>
        {asked.items.map(({ text, partIds = [] }) => (
          <li key={text}>
            {text}
            {partIds.length > 0 && (
              <small>
                {say({ zh: '（涉及：', en: ' (for ' })}
                {listed(partIds.map(name), say)}
                {say({ zh: '）', en: ')' })}
              </small>
            )}
          </li>
        ))}
      </ol>
      <NamedFiles caseId={asked.caseId} attachmentIds={asked.attachmentIds} />
    </>
  );
}
