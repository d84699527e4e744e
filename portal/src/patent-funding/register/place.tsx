import { NavLink } from 'react-router';
import { REGISTER_KEEPER } from '../../../../workflows/patent-funding/registry/contract.ts';
import { useText } from '../../language.tsx';
import { useWho } from '../../session/who.ts';

/** The way to the register of patents, for the department that keeps it. */
export function Component() {
  const say = useText();
  const { organisationId } = useWho();
  if (organisationId !== REGISTER_KEEPER) return null;
  return <NavLink to="/desk/patent-register">{say({ zh: '专利登记', en: 'Patents' })}</NavLink>;
}
