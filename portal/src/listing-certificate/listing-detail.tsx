import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import { ShowListingCatalogue } from '../../../workflows/listing-certificate/routes.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { useRoute } from '../api/use-route.ts';
import { listed, useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useWhen } from '../parts/when.tsx';
import { Result } from './report/result.tsx';
import { BOARD, PURPOSE_KIND, RELATION } from './words.ts';

/** What a case of this procedure asks for, and its result. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const when = useWhen();
  const { data: rules } = useRoute(ShowListingCatalogue, {});
  const detail = ListingDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const fields = rules?.catalogue.fields.filter(({ id }) => detail.fields.includes(id)) ?? [];
  return (
    <>
      {found.resultNumber && <Result caseId={found.caseId} number={found.resultNumber} detail={detail} />}
      <section className="panel">
        <h2>{say({ zh: '申请内容', en: 'What was applied for' })}</h2>
        <dl className="facts">
          <dt>{say({ zh: '核查期间', en: 'Period' })}</dt>
          <dd>{when.period(detail.period)}</dd>
          <dt>{say({ zh: '用途', en: 'Purpose' })}</dt>
          <dd>
            {say(PURPOSE_KIND[detail.purpose.kind])} · {say(BOARD[detail.purpose.board])}
          </dd>
          <dt>{say({ zh: '核查领域', en: 'Fields' })}</dt>
          <dd>
            {listed(
              fields.map(({ name }) => say(name)),
              say,
            )}
          </dd>
          <dt>{say({ zh: '联系人', en: 'Contact' })}</dt>
          <dd>
            {detail.contact.name} · {detail.contact.phone}
          </dd>
        </dl>
        <h2>{say({ zh: '集团主体', en: 'Entities' })}</h2>
        <DataTable
          caption={say({ zh: '集团主体', en: 'Entities' })}
          rows={detail.entities}
          rowKey={({ uscc }) => uscc}
          empty=""
          columns={[
            { title: say({ zh: '名称', en: 'Name' }), cell: ({ name }) => name },
            { title: say({ zh: '统一社会信用代码', en: 'Credit code' }), cell: ({ uscc }) => uscc },
            { title: say({ zh: '关系', en: 'Relation' }), cell: ({ relation }) => say(RELATION[relation]) },
            {
              title: say({ zh: '本区登记', en: 'In the area' }),
              cell: ({ withinArea }) =>
                withinArea
                  ? say({ zh: '是', en: 'Yes' })
                  : say({ zh: '否，不出具结论', en: 'No: nothing is certified' }),
            },
          ]}
        />
      </section>
    </>
  );
}
