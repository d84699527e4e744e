import { listed, useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWhen } from '../../parts/when.tsx';
import { BOARD, PURPOSE_KIND, RELATION } from '../words.ts';
import type { FormProps } from './form.ts';

/** Everything once more, before it is sent. */
export function ReviewStep({ draft, rules: { catalogue } }: FormProps) {
  const say = useText();
  const when = useWhen();
  const { period } = draft;
  const word = (words: Readonly<Record<string, { zh: string; en: string }>>, key: string) => {
    const found = words[key];
    return found ? say(found) : key;
  };
  const fields = catalogue.fields.filter(({ id }) => draft.fields.includes(id));
  return (
    <>
      <DataTable
        caption={say({ zh: '集团主体', en: 'Entities' })}
        rows={draft.entities}
        rowKey={({ uscc }) => uscc}
        empty=""
        columns={[
          { title: say({ zh: '名称', en: 'Name' }), cell: ({ name }) => name },
          { title: say({ zh: '统一社会信用代码', en: 'Credit code' }), cell: ({ uscc }) => uscc },
          { title: say({ zh: '关系', en: 'Relation' }), cell: ({ relation }) => word(RELATION, relation) },
        ]}
      />
      <section className="panel">
        <dl className="facts">
          <dt>{say({ zh: '核查领域', en: 'Fields' })}</dt>
          <dd>
            {listed(
              fields.map(({ name }) => say(name)),
              say,
            ) || '—'}
          </dd>
          <dt>{say({ zh: '核查期间', en: 'Period' })}</dt>
          <dd>{period.fromOn && period.toOn ? when.period(period) : '—'}</dd>
          <dt>{say({ zh: '用途', en: 'Purpose' })}</dt>
          <dd>
            {word(PURPOSE_KIND, draft.purpose.kind)} · {word(BOARD, draft.purpose.board)}
          </dd>
          <dt>{say({ zh: '联系人', en: 'Contact' })}</dt>
          <dd>
            {[draft.contact.name, draft.contact.phone, draft.contact.email].filter(Boolean).join(' · ') ||
              '—'}
          </dd>
          <dt>{say({ zh: '附件', en: 'Files' })}</dt>
          <dd>{draft.files.map(({ name }) => name).join('、') || '—'}</dd>
        </dl>
      </section>
    </>
  );
}
