import { NavLink } from 'react-router';
import { ListProgrammes } from '../../../../workflows/patent-funding/programmes/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { useWho } from '../../session/who.ts';

/** The way to the orders of payment, for the department that a programme has pay. */
export function Component() {
  const say = useText();
  const { organisationId } = useWho();
  const { data } = useRoute(ListProgrammes, {});
  const pays = data?.items.some((programme) => programme.paymentDepartmentId === organisationId);
  return pays ? <NavLink to="/desk/payments">{say({ zh: '待拨付', en: 'To be paid' })}</NavLink> : null;
}
