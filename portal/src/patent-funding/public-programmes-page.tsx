import { ListProgrammes } from '../../../workflows/patent-funding/programmes/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { ProgrammeFacts } from './programme-facts.tsx';

/** The programmes of today with their clauses, for everybody. */
export function Component() {
  const say = useText();
  const when = useWhen();
  const programmes = useRoute(ListProgrammes, {});
  return (
    <>
      <PageTitle>{say({ zh: '专利资助项目', en: 'Programmes of patent funding' })}</PageTitle>
      <Shown of={programmes}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say({ zh: '目前没有有效的资助项目。', en: 'No programme is in effect.' })}</p>
          ) : (
            items.map((programme) => (
              <section className="panel" key={programme.programmeId}>
                <h2>{say(programme.name)}</h2>
                <ProgrammeFacts programme={programme} />
                <details>
                  <summary>{say({ zh: '全部条款', en: 'All clauses' })}</summary>
                  <DataTable
                    caption={say({ zh: '条款', en: 'Clauses' })}
                    rows={Object.entries(programme.clauses)}
                    rowKey={([rule]) => rule}
                    empty=""
                    columns={[
                      {
                        title: say({ zh: '条款号', en: 'Clause' }),
                        cell: ([, { clause }]) => <span className="due">{clause}</span>,
                      },
                      { title: say({ zh: '内容', en: 'What it says' }), cell: ([, clause]) => say(clause) },
                    ]}
                  />
                </details>
                <p className="help">
                  {say(
                    { zh: '版本 {version}，自{on}起生效', en: 'Version {version}, in effect from {on}' },
                    { version: programme.version, on: when.date(programme.effectiveOn) },
                  )}
                </p>
              </section>
            ))
          )
        }
      </Shown>
    </>
  );
}
