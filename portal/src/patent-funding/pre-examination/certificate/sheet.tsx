import { QRCode } from 'antd';
import { endOfDay } from '../../../../../workflows/shared/working-days.ts';
import { useText } from '../../../language.tsx';
import { Due } from '../../../parts/due.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { useWhen } from '../../../parts/when.tsx';
import { FilingFacts } from '../filing-facts.tsx';
import type { PrintedCertificate } from './pass-certificate.ts';

/** Light margin that ISO/IEC 18004 demands around the code, in modules. */
const QUIET_ZONE = 4;

interface Props {
  readonly certificate: PrintedCertificate;
  readonly caseId: string;
}

/** The certificate as it is printed; the code leads to its case, for those who may see it. */
export function Sheet({ certificate: { title, issuer, issuedAt, filing, notices }, caseId }: Props) {
  const say = useText();
  const when = useWhen();
  return (
    <section className="panel certificate">
      <PageTitle>{say(title)}</PageTitle>
      <dl className="facts spaced">
        <dt>{say({ zh: '证明编号', en: 'Number' })}</dt>
        <dd>
          <b>{filing.number}</b>
        </dd>
        <dt>{say({ zh: '办件编号', en: 'Case' })}</dt>
        <dd>{filing.caseNumber}</dd>
        <dt>{say({ zh: '申请人', en: 'Applicant' })}</dt>
        <dd>
          {filing.applicant.name} · {filing.applicant.uscc}
        </dd>
      </dl>
      <FilingFacts filing={filing} />
      <dl className="facts spaced">
        <dt>{say({ zh: '出具单位', en: 'Issued by' })}</dt>
        <dd>{say(issuer.name)}</dd>
        <dt>{say({ zh: '出具时间', en: 'Issued at' })}</dt>
        <dd>{when.time(issuedAt)}</dd>
        <dt>{say({ zh: '最迟提交申请', en: 'To be filed by' })}</dt>
        <dd>
          <Due at={endOfDay(filing.fileBy)} provisional={filing.fileByProvisional} over />
        </dd>
        {filing.documents.length > 0 && (
          <>
            <dt>{say({ zh: '审查文件（SHA-256）', en: 'Documents examined (SHA-256)' })}</dt>
            <dd>
              {filing.documents.map(({ sha256 }) => (
                <div key={sha256}>{sha256}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <ul>
        {notices.map((notice) => (
          <li key={notice.en}>{say(notice)}</li>
        ))}
      </ul>
      <Origin caseId={caseId} issuer={issuer.id} />
    </section>
  );
}

function Origin({ caseId, issuer }: { readonly caseId: string; readonly issuer: string }) {
  const say = useText();
  return (
    <div className="origin">
      <QRCode
        type="svg"
        bordered={false}
        size={160}
        marginSize={QUIET_ZONE}
        value={`${issuer}/cases/${encodeURIComponent(caseId)}`}
        aria-label={say({ zh: '办件二维码', en: 'QR code of the case' })}
      />
      <p>
        {say({
          zh: '扫码登录后查看办件（申请人、知识产权中心和办公室）。其他人凭可验证凭证文件核验：平台公钥见',
          en: 'The code leads the applicant, the centre and the office to the case. Others verify the credential file by the platform’s key at',
        })}{' '}
        {issuer}/.well-known/jwks.json
      </p>
    </div>
  );
}
