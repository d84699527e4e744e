import { Link } from 'react-router';
import { ListCases } from '../../../workflows/shared/case-routes.ts';
import { ListSupplements } from '../../../workflows/shared/supplement-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useSession } from '../session/use-session.ts';
import { CaseTable } from './case-table.tsx';
import { MatterCards } from './matter-cards.tsx';
import { SupplementList } from './supplement-list.tsx';

/** What waits for the enterprise, what is due, what is under way, what it may file. */
export default function EnterpriseHome() {
  const say = useText();
  const { actor } = useSession();
  const cases = useRoute(ListCases, { query: { limit: 5 } });
  const supplements = useRoute(ListSupplements, {});
  return (
    <>
      <PageTitle>
        {say({ zh: '您好，{name}', en: 'Welcome, {name}' }, { name: actor?.personName ?? '' })}
      </PageTitle>
      <section className="panel">
        <h2>{say({ zh: '待您处理', en: 'Waiting for you' })}</h2>
        <Shown of={supplements}>{({ items }) => <SupplementList items={items} />}</Shown>
      </section>
      <h2>{say({ zh: '最近办件', en: 'Recent cases' })}</h2>
      <Shown of={cases}>
        {({ items, cursor }) => (
          <>
            <CaseTable items={items} />
            {cursor && (
              <p>
                <Link to="/cases">{say({ zh: '全部办件', en: 'All cases' })}</Link>
              </p>
            )}
          </>
        )}
      </Shown>
      <h2>{say({ zh: '可办事项', en: 'What you can file' })}</h2>
      <MatterCards />
    </>
  );
}
