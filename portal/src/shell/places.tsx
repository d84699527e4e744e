import { Fragment, lazy, Suspense } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { useText } from '../language.tsx';
import { PROCEDURES } from '../procedures.ts';
import { Who } from '../session/who.ts';
import { PLACES } from './nav.ts';

const DUTIES = Object.values(PROCEDURES)
  .flatMap(({ duties = [] }) => duties)
  .map((duty) => lazy(async () => ({ default: (await duty()).Component })));

/** Where an organisation goes; after its desk a department finds what its part in a procedure is. */
export function Places({ actor }: { readonly actor: Actor }) {
  const say = useText();
  const { pathname } = useLocation();
  return PLACES[actor.organisationKind].map(({ to, label, end = false, pages = [] }) => (
    <Fragment key={to}>
      <NavLink to={to} end={end} className={pages.some((page) => page.to === pathname) ? 'active' : ''}>
        {say(label)}
      </NavLink>
      {to === '/desk' && (
        <Who value={actor}>
          <Suspense>
            {DUTIES.map((Duty, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <Duty key={index} />
            ))}
          </Suspense>
        </Who>
      )}
    </Fragment>
  ));
}
