import { ReadTimeline } from '../../../workflows/shared/case-routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { EARLIER, More } from '../parts/more.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';

/** What happened to a case, the newest first. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const when = useWhen();
  const timeline = usePages(ReadTimeline, { limit: 100, order: 'newest-first' }, { caseId });
  return (
    <>
      <Shown of={timeline}>
        {() => (
          <ol className="timeline">
            {timeline.items.map(({ sequence, at, text, by }) => (
              <li key={sequence}>
                <div>{say(text)}</div>
                <small>
                  {when.time(at)} ·{' '}
                  {by.organisationKind === 'platform'
                    ? say({ zh: '平台', en: 'Platform' })
                    : by.organisationName}
                  {by.personName && ` ${by.personName}`}
                  {by.forPersonName &&
                    say({ zh: '（代 {name}）', en: ' (for {name})' }, { name: by.forPersonName })}
                </small>
              </li>
            ))}
          </ol>
        )}
      </Shown>
      <More of={timeline} label={EARLIER} />
    </>
  );
}
