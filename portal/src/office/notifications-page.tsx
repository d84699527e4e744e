import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { ListNotifications } from '../../../workflows/shared/notifications/routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { SUPERVISION_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { NotificationTable } from './notification-table.tsx';

const STATES = [
  { state: 'DEAD', name: { zh: '发送失败', en: 'Failed' } },
  { state: 'PENDING', name: { zh: '待发送', en: 'Waiting' } },
  { state: 'DONE', name: { zh: '本月已发送', en: 'Sent this month' } },
] as const;

/** What people were to be told: what failed, waits or was sent; what failed is sent again from here. */
export function Component() {
  const say = useText();
  const [search, setSearch] = useSearchParams();
  const { state } = STATES.find((one) => one.state === search.get('state')) ?? STATES[0];
  const notifications = usePages(ListNotifications, { state });
  return (
    <>
      <PageTitle>{say({ zh: '通知发送', en: 'Messages' })}</PageTitle>
      <SubNav label={say({ zh: '督办', en: 'Supervision' })} places={SUPERVISION_PLACES} />
      <p className="row">
        {STATES.map((one) => (
          <Button
            key={one.state}
            type={one.state === state ? 'primary' : 'default'}
            aria-pressed={one.state === state}
            onClick={() => setSearch({ state: one.state }, { replace: true })}
          >
            {say(one.name)}
          </Button>
        ))}
      </p>
      <Shown of={notifications}>{() => <NotificationTable rows={notifications.items} />}</Shown>
      <More of={notifications} />
    </>
  );
}
