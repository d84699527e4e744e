import { ListObjectionsOfCase } from '../../../../../workflows/patent-funding/notice/routes.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { ObjectionCard } from './objection-card.tsx';

/** The objections to the notice of a case, for those who review it. */
export function CaseObjections({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const objections = useRoute(ListObjectionsOfCase, { params: { caseId } });
  return (
    <Shown of={objections}>
      {({ items }) =>
        items.map((objection) => (
          <section
            className="inset"
            key={objection.objectionId}
            aria-label={say({ zh: '公示异议', en: 'Objection' })}
          >
            <ObjectionCard objection={objection} />
          </section>
        ))
      }
    </Shown>
  );
}
