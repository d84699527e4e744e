import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import {
  ReadCertificate,
  ReadReport,
  ShowCertificate,
} from '../../../../workflows/listing-certificate/certificate-routes.ts';
import type { ListingDetail } from '../../../../workflows/listing-certificate/contract.ts';
import type { PublicCertificate } from '../../../../workflows/listing-certificate/public-certificate.ts';
import { useDownload } from '../../api/use-download.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';
import { useWho } from '../../session/who.ts';
import { AfterIssue } from './after-issue.tsx';
import { Revoke } from './revoke.tsx';
import { StandingTag } from './standing-tag.tsx';

interface Props {
  readonly caseId: string;
  readonly number: string;
  readonly detail: ListingDetail;
}

/** The report: how it stands today, its files, and what may be done about it. */
export function Result({ caseId, number, detail }: Props) {
  const say = useText();
  const standing = useRoute(ShowCertificate, { params: { number } });
  return (
    <section className="panel">
      <h2>{say({ zh: '办理结果', en: 'Result' })}</h2>
      <Shown of={standing}>
        {(certificate) => (
          <>
            <Standing certificate={certificate} />
            <Files caseId={caseId} certificate={certificate} />
            <AfterIssue detail={detail} />
            <Actions caseId={caseId} certificate={certificate} />
          </>
        )}
      </Shown>
    </section>
  );
}

function Standing({ certificate: { number, status, revocation } }: { certificate: PublicCertificate }) {
  const say = useText();
  const when = useWhen();
  return (
    <>
      <p>
        {say({ zh: '报告编号', en: 'Report number' })} <b>{number}</b> <StandingTag status={status} />
      </p>
      {revocation && (
        <Alert
          type="warning"
          showIcon
          title={say(
            {
              zh: '报告已于 {at} 撤销，不再有效。',
              en: 'The report was revoked at {at} and is not valid any more.',
            },
            { at: when.time(revocation.revokedAt) },
          )}
          description={say({ zh: '依据：{basis}', en: 'Basis: {basis}' }, { basis: revocation.legalBasis })}
        />
      )}
    </>
  );
}

interface FilesProps {
  readonly caseId: string;
  readonly certificate: PublicCertificate;
}

function Files({ caseId, certificate: { number, supersedes } }: FilesProps) {
  const say = useText();
  const report = useDownload(ReadReport);
  const credential = useDownload(ReadCertificate);
  const params = { caseId };
  return (
    <>
      <p className="row">
        <Button
          type="primary"
          loading={report.isPending}
          onClick={() => report.mutate({ input: { params }, name: `${number}.pdf` })}
        >
          {say({ zh: '下载报告（PDF）', en: 'Report (PDF)' })}
        </Button>
        <Button
          loading={credential.isPending}
          onClick={() => credential.mutate({ input: { params }, name: `${number}.vc.jwt` })}
        >
          {say({ zh: '下载可验证凭证', en: 'Verifiable credential' })}
        </Button>
        <Button href={`/verify/${number}`}>{say({ zh: '核验页面', en: 'Verification page' })}</Button>
      </p>
      {supersedes && (
        <p>
          {say({ zh: '因异议成立更正，取代报告', en: 'Corrected after an objection; takes the place of' })}{' '}
          <Button
            type="link"
            className="inline"
            onClick={() =>
              report.mutate({ input: { params, query: { number: supersedes } }, name: `${supersedes}.pdf` })
            }
          >
            {supersedes}
          </Button>
        </p>
      )}
      <ProblemAlert error={report.error ?? credential.error} />
    </>
  );
}

/** The enterprise may dispute and renew what is in force, the office may take it back. */
function Actions({ caseId, certificate: { number, status } }: FilesProps) {
  const say = useText();
  const { organisationKind } = useWho();
  if (status === 'revoked' || status === 'superseded') return null;
  if (organisationKind === 'office') return <Revoke caseId={caseId} number={number} />;
  if (organisationKind !== 'enterprise') return null;
  return (
    <p className="row">
      <Link className="button-link plain" to={`/cases/${caseId}/objection`}>
        {say({ zh: '对记录提出异议', en: 'Dispute a record' })}
      </Link>
      <Link className="button-link plain" to={`/cases/${caseId}/renewal`}>
        {say({ zh: '续期', en: 'Renew' })}
      </Link>
    </p>
  );
}
