import { NavLink } from 'react-router';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';

interface PublicPlace {
  readonly to: string;
  readonly label: Bilingual;
  /** The server shows it itself, without script: it is no page of the portal. */
  readonly isOfServer?: true;
}

const PLACES: readonly PublicPlace[] = [
  { to: '/verify', label: { zh: '核验报告', en: 'Verify a report' }, isOfServer: true },
  { to: '/notices', label: { zh: '拟资助公示', en: 'Public notices' }, isOfServer: true },
  { to: '/programmes', label: { zh: '资助项目', en: 'Funding programmes' } },
  { to: '/financing-statistics', label: { zh: '融资统计', en: 'Financing figures' } },
];

/** What everybody may read without signing in. */
export function PublicLinks() {
  const say = useText();
  return PLACES.map(({ to, label, isOfServer }) =>
    isOfServer ? (
      <a key={to} href={to}>
        {say(label)}
      </a>
    ) : (
      <NavLink key={to} to={to}>
        {say(label)}
      </NavLink>
    ),
  );
}
