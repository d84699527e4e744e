import { NavLink } from 'react-router';
import { useText } from '../../language.tsx';
import { useOwnFields } from './own-fields.ts';

/** The way to the register, for a department that answers for a field of the certificate. */
export function Component() {
  const say = useText();
  const fields = useOwnFields();
  if (!fields?.length) return null;
  return <NavLink to="/desk/register">{say({ zh: '记录库', en: 'Register' })}</NavLink>;
}
