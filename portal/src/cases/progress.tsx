import { lazy, Suspense } from 'react';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { useText } from '../language.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { PROCEDURES } from '../procedures.ts';
import type { StageState } from './stage.ts';

/** The library that draws is large: it comes after what it draws can be read already. */
const StagePicture = lazy(() => import('./stage-picture.tsx'));

const WORDS: Readonly<Record<StageState, Bilingual>> = {
  done: { zh: '已完成', en: 'done' },
  now: { zh: '进行中', en: 'under way' },
  next: { zh: '待进行', en: 'still to come' },
  stopped: { zh: '已终止', en: 'ended' },
};

/** Where style.css leaves the picture out. */
const NO_ROOM = '(max-width: 640px)';

/** Where a case stands: as a picture, and as a list for whoever does not see it or has no room for it. */
export function Progress({ found }: { readonly found: CaseView }) {
  const say = useText();
  const name = useDepartments();
  const stages = PROCEDURES[found.workflow]?.stages?.(found, name);
  if (!stages) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '办理进度', en: 'Where it stands' })}</h2>
      <Suspense fallback={<div className="picture" aria-busy="true" />}>
        <StagePicture stages={stages} />
      </Suspense>
      <details open={matchMedia(NO_ROOM).matches}>
        <summary>{say({ zh: '以列表查看', en: 'As a list' })}</summary>
        <ol className="stages">
          {stages.map(({ id, title, state, note }) => (
            <li key={id} className={state}>
              {say(title)} — {say(WORDS[state])}
              {note && <small>{say(note)}</small>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
