import { Badge, Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { ListInbox, MarkInboxRead } from '../../../workflows/shared/notifications/routes.ts';
import { useAction, usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';

/** What one's organisation, or oneself, was told. */
export function Component() {
  const say = useText();
  const when = useWhen();
  const [search, setSearch] = useSearchParams();
  const box = search.get('box') === 'person' ? 'person' : 'organisation';
  const inbox = usePages(ListInbox, { box });
  const markRead = useAction(MarkInboxRead);
  const newest = inbox.items[0]?.sequence ?? 0;
  return (
    <>
      <PageTitle>{say({ zh: '通知', en: 'Inbox' })}</PageTitle>
      <p className="row">
        {(['organisation', 'person'] as const).map((one) => (
          <Button
            key={one}
            type={one === box ? 'primary' : 'default'}
            aria-pressed={one === box}
            onClick={() => setSearch({ box: one }, { replace: true })}
          >
            {say(
              one === 'person'
                ? { zh: '发给我的', en: 'To me' }
                : { zh: '发给本单位的', en: 'To my organisation' },
            )}
          </Button>
        ))}
        <Button
          disabled={newest === 0 || inbox.items.every(({ read }) => read)}
          loading={markRead.isPending}
          onClick={() => markRead.mutate({ body: { box, upToSequence: newest } })}
        >
          {say({ zh: '全部标为已读', en: 'Mark all as read' })}
        </Button>
      </p>
      <Shown of={inbox}>
        {() => (
          <DataTable
            caption={say({ zh: '通知', en: 'Inbox' })}
            rows={inbox.items}
            rowKey={({ messageId }) => messageId}
            empty={say({ zh: '没有通知', en: 'Nothing yet' })}
            columns={[
              {
                title: say({ zh: '内容', en: 'Message' }),
                cell: ({ title, text, read }) => (
                  <div className="prose">
                    <b>{say(title)}</b>{' '}
                    {!read && <Badge status="processing" text={say({ zh: '未读', en: 'unread' })} />}
                    <div>{say(text)}</div>
                  </div>
                ),
              },
              {
                title: say({ zh: '办件', en: 'Case' }),
                cell: ({ caseId, caseNumber }) =>
                  caseId ? (
                    <Link className="unbroken" to={`/cases/${caseId}`}>
                      {caseNumber}
                    </Link>
                  ) : (
                    '—'
                  ),
              },
              {
                title: say({ zh: '时间', en: 'When' }),
                cell: ({ at }) => <span className="unbroken">{when.time(at)}</span>,
              },
            ]}
          />
        )}
      </Shown>
      <More of={inbox} />
    </>
  );
}
