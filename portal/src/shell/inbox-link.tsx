import { Badge } from 'antd';
import { NavLink } from 'react-router';
import { CountInbox } from '../../../workflows/shared/notifications/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';

/** The way to the inbox, with how much is unread. */
export function InboxLink() {
  const say = useText();
  const { data } = useRoute(CountInbox, {});
  const unread = (data?.organisation.unread ?? 0) + (data?.person.unread ?? 0);
  return (
    <NavLink to="/inbox" className="inbox-link">
      {say({ zh: '通知', en: 'Inbox' })}
      {unread > 0 && (
        <Badge
          count={unread}
          overflowCount={99}
          title={say({ zh: '{n} 条未读', en: '{n} unread' }, { n: unread })}
        />
      )}
    </NavLink>
  );
}
