import { Button, Input } from 'antd';
import {
  AddComment,
  AddNote,
  ListComments,
  ListNotes,
} from '../../../workflows/shared/case-remark-routes.ts';
import { useAction, usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { EARLIER, More } from '../parts/more.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';
import { useFields } from '../parts/use-fields.ts';
import { useWhen } from '../parts/when.tsx';

interface Kind {
  readonly list: typeof ListComments | typeof ListNotes;
  readonly add: typeof AddComment | typeof AddNote;
  readonly title: { readonly zh: string; readonly en: string };
}

const KINDS: readonly Kind[] = [
  {
    list: ListComments,
    add: AddComment,
    title: { zh: '意见（各承办部门与办公室可见）', en: 'Comments, for all departments of the case' },
  },
  {
    list: ListNotes,
    add: AddNote,
    title: { zh: '内部备注（仅本单位可见）', en: 'Notes, for your own organisation' },
  },
];

/** What is written about a case beside its decisions, the newest first. */
export function Remarks({ caseId }: { readonly caseId: string }) {
  return KINDS.map((kind) => <RemarkList key={kind.title.en} caseId={caseId} kind={kind} />);
}

function RemarkList({ caseId, kind }: { readonly caseId: string; readonly kind: Kind }) {
  const say = useText();
  const when = useWhen();
  const remarks = usePages(kind.list, { order: 'newest-first' }, { caseId });
  const { fields, set, discard } = useFields(`${kind.add.operationId}.${caseId}`, { text: '' });
  const { text } = fields;
  const add = useAction(kind.add, discard);
  return (
    <details className="panel">
      <summary>
        {say(kind.title)} {remarks.data && `(${remarks.items.length}${remarks.hasNextPage ? '+' : ''})`}
      </summary>
      <Shown of={remarks}>
        {() => (
          <ul>
            {remarks.items.map((remark) => (
              <li key={remark.remarkId}>
                {remark.text}{' '}
                <small>
                  {remark.by.organisationName} {remark.by.personName} · {when.time(remark.at)}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <More of={remarks} label={EARLIER} />
      <Field label={say({ zh: '新增', en: 'Add' })} optional>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            value={text}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
      <ProblemAlert error={add.error} />
      <Button
        disabled={text.trim() === ''}
        loading={add.isPending}
        onClick={() => add.mutate({ params: { caseId }, body: { text } })}
      >
        {say({ zh: '保存', en: 'Save' })}
      </Button>
    </details>
  );
}
