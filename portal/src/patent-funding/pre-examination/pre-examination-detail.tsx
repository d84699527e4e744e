import { Link } from 'react-router';
import { PreExaminationDetail } from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import { ReadPassCredential } from '../../../../workflows/patent-funding/pre-examination/routes.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import { endOfDay } from '../../../../workflows/shared/working-days.ts';
import { useText } from '../../language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Due } from '../../parts/due.tsx';
import { useWhen } from '../../parts/when.tsx';
import { FilingFacts } from './filing-facts.tsx';
import { AskRegistry, ReportFilingForm } from './follow-filing.tsx';
import { PRE_EXAMINED } from './words.ts';

/** What was registered, what came of the examination, and what became of the filing. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const detail = PreExaminationDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const { outcome, certificate } = detail;
  return (
    <>
      {outcome && (
        <section className="panel">
          <h2>{say({ zh: '预审结论', en: 'Outcome' })}</h2>
          <p>
            <b>{say(PRE_EXAMINED[outcome.verdict])}</b>
          </p>
          {outcome.reasons.length > 0 && (
            <ul>
              {outcome.reasons.map((reason) => (
                <li key={reason.en}>{say(reason)}</li>
              ))}
            </ul>
          )}
          {certificate && <AfterPass found={found} detail={detail} certificate={certificate} />}
        </section>
      )}
      <section className="panel">
        <h2>{say({ zh: '预审内容', en: 'What is examined' })}</h2>
        <FilingFacts filing={detail} />
      </section>
    </>
  );
}

interface AfterPassProps {
  readonly found: CaseView;
  readonly detail: PreExaminationDetail;
  readonly certificate: NonNullable<PreExaminationDetail['certificate']>;
}

function AfterPass({ found, detail: { filing, grant }, certificate }: AfterPassProps) {
  const say = useText();
  const when = useWhen();
  return (
    <>
      <dl className="facts spaced">
        <dt>{say({ zh: '预审合格证明', en: 'Pass certificate' })}</dt>
        <dd>{certificate.number}</dd>
        <dt>{say({ zh: '最迟提交申请', en: 'To be filed by' })}</dt>
        <dd>
          <Due
            at={endOfDay(certificate.fileBy)}
            provisional={certificate.fileByProvisional}
            over={filing !== undefined}
          />
        </dd>
        {filing && (
          <>
            <dt>{say({ zh: '专利申请号', en: 'Filed as' })}</dt>
            <dd>
              {filing.number} · {when.date(filing.filedOn)}
            </dd>
          </>
        )}
        {grant && (
          <>
            <dt>{say({ zh: '授权公告日', en: 'Granted on' })}</dt>
            <dd>
              {when.date(grant.grantedOn)} {grant.grantPublicationNumber}
            </dd>
          </>
        )}
      </dl>
      {certificate.credential !== undefined && (
        <p className="row">
          <DownloadButton
            contract={ReadPassCredential}
            input={{ params: { caseId: found.caseId } }}
            name={`${certificate.number}.vc.jwt`}
          >
            {say({ zh: '下载可验证凭证', en: 'Verifiable credential' })}
          </DownloadButton>
          <Link className="button-link plain" to={`/cases/${found.caseId}/pass-certificate`}>
            {say({ zh: '打印证明', en: 'Print the certificate' })}
          </Link>
        </p>
      )}
      {filing ? !grant && <AskRegistry caseId={found.caseId} /> : <ReportFilingForm caseId={found.caseId} />}
    </>
  );
}
