import { Fragment } from 'react';
import type { ListingDetail } from '../../../../workflows/listing-certificate/contract.ts';
import { useText } from '../../language.tsx';
import { CaseLinks } from '../../parts/case-links.tsx';

interface CaseLink {
  readonly caseId: string;
  readonly caseNumber: string;
}

/** The cases that go back to this report: objections and renewals. */
export function AfterIssue({
  detail: { objections = [], renews, renewedBy = [] },
}: {
  detail: ListingDetail;
}) {
  const say = useText();
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
          <dd>
            <CaseLinks cases={cases} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
