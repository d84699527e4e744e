import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { SupplementStatus, SupplementView } from '../../../workflows/shared/supplement.ts';
import { AskedItems } from '../cases/asked-items.tsx';
import { NamedFiles } from '../cases/named-files.tsx';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';

const NOT_ANSWERED: Readonly<Record<Exclude<SupplementStatus, 'ANSWERED'>, Bilingual>> = {
  OPEN: { zh: '企业尚未补正，期限 {day}', en: 'Not answered yet; due {day}' },
  LAPSED: { zh: '企业逾期未补正（期限 {day}）', en: 'Not answered in time (due {day})' },
  CLOSED: { zh: '已随办件关闭，未补正', en: 'Closed with its case, without an answer' },
};

/** 补正 of a task, round by round: what was asked, and what the applicant answered. */
export function AskedSupplements({ supplements }: { readonly supplements: readonly SupplementView[] }) {
  const say = useText();
  const when = useWhen();
  if (supplements.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '补正', en: 'Supplements' })}</h2>
      {supplements.map((asked) => (
        <article key={asked.supplementId}>
          <h3>
            {say({ zh: '第 {n} 次要求补正', en: 'Round {n}' }, { n: asked.round })}{' '}
            <small>
              {when.time(asked.askedAt)} {asked.askedBy?.personName}
            </small>
          </h3>
          <AskedItems asked={asked} />
          <Answer asked={asked} />
        </article>
      ))}
    </section>
  );
}

function Answer({
  asked: { status, answer, answeredAt, caseId, dueAt },
}: {
  readonly asked: SupplementView;
}) {
  const say = useText();
  const when = useWhen();
  if (status !== 'ANSWERED') {
    return <p className="quiet">{say(NOT_ANSWERED[status], { day: when.day(dueAt) })}</p>;
  }
  return (
    <>
      <h4>
        {say({ zh: '企业的补正', en: 'What the applicant answered' })}{' '}
        <small>{answeredAt && when.time(answeredAt)}</small>
      </h4>
      <p className="as-written">{answer?.text}</p>
      <NamedFiles caseId={caseId} attachmentIds={answer?.attachmentIds ?? []} />
    </>
  );
}
