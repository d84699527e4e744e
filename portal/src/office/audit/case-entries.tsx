import type { TimelineEntry } from '../../../../workflows/shared/case.ts';
import { ReadTimeline } from '../../../../workflows/shared/case-routes.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

/** Every entry: who did what when, with what changed and the hash that the next one holds. */
export function CaseEntries({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const when = useWhen();
  const entries = usePages(ReadTimeline, { limit: 100 }, { caseId });
  return (
    <>
      <Shown of={entries}>
        {() => (
          <DataTable
            caption={say({ zh: '审计记录', en: 'Entries' })}
            rows={entries.items}
            rowKey={({ sequence }) => String(sequence)}
            empty={say({ zh: '没有记录', en: 'None' })}
            columns={[
              { title: say({ zh: '序号', en: 'No.' }), numeric: true, cell: ({ sequence }) => sequence },
              {
                title: say({ zh: '时间', en: 'When' }),
                cell: ({ at }) => <span className="due">{when.time(at)}</span>,
              },
              { title: say({ zh: '事项', en: 'What' }), cell: ({ text }) => say(text) },
              { title: say({ zh: '经办', en: 'By' }), cell: byWhom },
              {
                title: say({ zh: '原始内容与哈希', en: 'Data as kept, and hash' }),
                cell: (entry) => <Details entry={entry} />,
              },
            ]}
          />
        )}
      </Shown>
      <More of={entries} />
    </>
  );
}

function byWhom({ by: { organisationName, personName, forPersonName } }: TimelineEntry): string {
  return [organisationName, personName, forPersonName && `→ ${forPersonName}`].filter(Boolean).join(' ');
}

function Details({ entry: { details, hash } }: { readonly entry: TimelineEntry }) {
  const say = useText();
  return (
    <details>
      <summary>{hash.slice(0, 12)}…</summary>
      <dl className="facts">
        {Object.entries(details).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>{say({ zh: '哈希', en: 'Hash' })}</dt>
          <dd className="hash">{hash}</dd>
        </div>
      </dl>
    </details>
  );
}
