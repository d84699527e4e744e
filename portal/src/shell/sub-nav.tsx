import { NavLink } from 'react-router';
import { useText } from '../language.tsx';
import type { Place } from './nav.ts';

interface Props {
  readonly label: string;
  readonly places: readonly Place[];
}

/** The pages of one area, beside each other. */
export function SubNav({ label, places }: Props) {
  const say = useText();
  return (
    <nav className="sub-nav" aria-label={label}>
      {places.map(({ to, label: name, end }) => (
        <NavLink key={to} to={to} end={end ?? false}>
          {say(name)}
        </NavLink>
      ))}
    </nav>
  );
}
