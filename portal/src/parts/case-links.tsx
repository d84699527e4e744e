import { Link } from 'react-router';
import { useWho } from '../session/who.ts';

interface Props {
  readonly cases: readonly { readonly caseId: string; readonly caseNumber: string }[];
}

/** Cases that belong to another case. A department reaches only those that ask it, so that to it they are numbers. */
export function CaseLinks({ cases }: Props) {
  const isDepartment = useWho().organisationKind === 'department';
  return (
    <span className="row tight">
      {cases.map(({ caseId, caseNumber }) =>
        isDepartment ? (
          <span key={caseId}>{caseNumber}</span>
        ) : (
          <Link key={caseId} to={`/cases/${caseId}`}>
            {caseNumber}
          </Link>
        ),
      )}
    </span>
  );
}
