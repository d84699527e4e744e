import './financing.css';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';
import { useWho } from '../session/who.ts';
import { CloseDemandButton } from './close-demand.tsx';
import { ConsentMatrix } from './consent/consent-matrix.tsx';
import { GiveConsentPanel } from './consent/give-consent.tsx';
import { IdentityRequests } from './identity-requests.tsx';
import { Matches } from './matches.tsx';
import { Offers } from './offers.tsx';
import { Recipients } from './recipients.tsx';
import { TermsFacts } from './terms-facts.tsx';
import { END } from './words.ts';

/** A demand as its enterprise sees it: what it wants, who sees what, who was asked and why, what they offer. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const when = useWhen();
  const isOwn = useWho().organisationKind === 'enterprise';
  const detail = DemandDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const demandId = found.caseId;
  const { ended } = detail;
  const isOpen = ended === undefined;
  return (
    <>
      {ended && (
        <Alert
          type="info"
          showIcon
          title={`${say(END[ended.reason])} · ${when.time(ended.at)}`}
          description={ended.text}
        />
      )}
      {isOwn && isOpen && <IdentityRequests demandId={demandId} requests={detail.identityRequests} />}
      <Offers demandId={demandId} detail={detail} mayAccept={isOwn && isOpen} />
      <section className="panel">
        <h2>{say({ zh: '授权与可见内容', en: 'Who sees what' })}</h2>
        <ConsentMatrix demandId={demandId} grants={detail.grants} isOwn={isOwn && isOpen} />
        {isOwn && isOpen && <GiveConsentPanel demandId={demandId} />}
        <Recipients detail={detail} />
      </section>
      <section className="panel">
        <h2>{say({ zh: '撮合结果', en: 'Matches' })}</h2>
        <Matches demandId={demandId} />
      </section>
      <section className="panel">
        <h2>{say({ zh: '需求内容', en: 'The demand' })}</h2>
        <TermsFacts terms={detail.terms} />
        {isOwn && isOpen && (
          <p className="row">
            <Link className="button-link" to={`/demands/${demandId}/change`}>
              {say({ zh: '修改需求', en: 'Change the demand' })}
            </Link>
            <CloseDemandButton demandId={demandId} />
          </p>
        )}
      </section>
    </>
  );
}
