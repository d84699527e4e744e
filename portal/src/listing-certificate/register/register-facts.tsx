import type { RegisterHead } from '../../../../workflows/listing-certificate/register/contract.ts';
import { listed, useText } from '../../language.tsx';
import { useWhen } from '../../parts/when.tsx';
import { useFieldNames } from '../answer/use-field-names.ts';

/** The version in force, and what it knows. */
export function RegisterFacts({ head }: { readonly head: RegisterHead | undefined }) {
  const say = useText();
  const when = useWhen();
  const name = useFieldNames();
  return (
    <section className="panel">
      <h2>{say({ zh: '现行版本', en: 'In force' })}</h2>
      {head ? (
        <dl className="facts">
          <dt>{say({ zh: '版本', en: 'Version' })}</dt>
          <dd>
            {head.version} · {say({ zh: '加载于', en: 'loaded' })} {when.time(head.loadedAt)}
          </dd>
          <dt>{say({ zh: '记录数', en: 'Records' })}</dt>
          <dd>{head.recordCount.toLocaleString('en-US')}</dd>
          <dt>{say({ zh: '覆盖领域', en: 'Fields' })}</dt>
          <dd>
            {listed(
              head.fieldIds.map((id) => say(name(id))),
              say,
            )}
          </dd>
          <dt>{say({ zh: '覆盖期间', en: 'Coverage' })}</dt>
          <dd>{when.period(head.coverage)}</dd>
        </dl>
      ) : (
        <p className="quiet">
          {say({
            zh: '尚未加载记录库，全部问题由经办人答复。',
            en: 'None is loaded yet: officers answer every question.',
          })}
        </p>
      )}
    </section>
  );
}
