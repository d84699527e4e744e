import { Fragment } from 'react';
import { Link } from 'react-router';
import type { ListingDetail } from '../../../../workflows/listing-certificate/contract.ts';
import { useText } from '../../language.tsx';
import { useWho } from '../../session/who.ts';

interface CaseLink {
  readonly caseId: string;
  readonly caseNumber: string;
}

/** The cases that go back to this report: objections and renewals. A department sees only those that ask it. */
export function AfterIssue({
  detail: { objections = [], renews, renewedBy = [] },
}: {
  detail: ListingDetail;
}) {
  const say = useText();
  const isDepartment = useWho().organisationKind === 'department';
  const lists: readonly { readonly title: string; readonly cases: readonly CaseLink[] }[] = [
    { title: say({ zh: '异议', en: 'Objections' }), cases: objections },
    { title: say({ zh: '续自', en: 'Renews' }), cases: renews ? [renews] : [] },
    { title: say({ zh: '续期办件', en: 'Renewed by' }), cases: renewedBy },
  ];
  const shown = lists.filter(({ cases }) => cases.length > 0);
  if (shown.length === 0) return null;
  return (
    <dl className="facts spaced">
      {shown.map(({ title, cases }) => (
        <Fragment key={title}>
          <dt>{title}</dt>
          <dd className="row tight">
            {cases.map(({ caseId, caseNumber }) =>
              isDepartment ? (
                <span key={caseId}>{caseNumber}</span>
              ) : (
                <Link key={caseId} to={`/cases/${caseId}`}>
                  {caseNumber}
                </Link>
              ),
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
