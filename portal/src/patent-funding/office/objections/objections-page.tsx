import { Empty } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { ListObjections } from '../../../../../workflows/patent-funding/notice/routes.ts';
import { usePages } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { More } from '../../../parts/more.tsx';
import { options } from '../../../parts/options.ts';
import { PageTitle } from '../../../parts/page-title.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';
import { ObjectionCard } from './objection-card.tsx';
import { SHOWN } from './shown-words.ts';

/** Objections that anybody raised to notices: those to be looked at first, the oldest on top. */
export function Component() {
  const say = useText();
  const [search, setSearch] = useSearchParams();
  const shown = search.get('shown') ?? 'RECEIVED';
  const objections = usePages(ListObjections, { shown });
  return (
    <>
      <PageTitle>{say({ zh: '公示异议', en: 'Objections to notices' })}</PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <p className="quiet">
        {say({
          zh: '此处只决定异议内容是否对外公开；无论公开与否，公示期满后都由审核单位逐项核查。',
          en: 'What is decided here is what the public reads. Shown or hidden, every objection is reviewed once the notice has ended.',
        })}
      </p>
      <div className="grid filters">
        <SelectField
          optional
          label={say({ zh: '状态', en: 'State' })}
          value={shown}
          options={options(SHOWN, say)}
          onChange={(value) => setSearch({ shown: value }, { replace: true })}
        />
      </div>
      <Shown of={objections}>
        {() =>
          objections.items.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={say({ zh: '没有这样的异议', en: 'There is none' })}
            />
          ) : (
            objections.items.map((objection) => (
              <section className="panel" key={objection.objectionId}>
                <p className="row">
                  <a href={`/notices/${objection.noticeNumber}`}>{objection.noticeNumber}</a>
                  <Link to={`/cases/${objection.caseId}`}>{say({ zh: '查看办件', en: 'Its case' })}</Link>
                </p>
                <ObjectionCard objection={objection} />
              </section>
            ))
          )
        }
      </Shown>
      <More of={objections} />
    </>
  );
}
