import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { ListRuleSets, type RuleSetView } from '../../../workflows/shared/rule-set-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { DifferenceTable } from '../parts/difference-table.tsx';
import { differences } from '../parts/differences.ts';
import { inBoth } from '../parts/in-both.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Shown } from '../parts/shown.tsx';
import { usePlainWords } from '../parts/use-plain-words.ts';
import { useWhen } from '../parts/when.tsx';
import { namesIn, RULE_WORD } from './rule-words.ts';

/** What the procedures decide by: each set of rules with its versions, what they say and how they differ. */
export function Component() {
  const say = useText();
  const sets = useRoute(ListRuleSets, {});
  return (
    <>
      <PageTitle>{say({ zh: '规则', en: 'Rules' })}</PageTitle>
      <p className="quiet">
        {say({
          zh: '规则是有版本、生效日期和来源的数据；办件适用受理时的版本。资助项目在“专利资助”中维护。',
          en: 'Rules are data with a version, a day and a source; a case keeps those it was accepted under. Programmes have their own pages.',
        })}
      </p>
      <Shown of={sets}>{({ items }) => <RuleSets items={items} />}</Shown>
    </>
  );
}

function RuleSets({ items }: { readonly items: readonly RuleSetView[] }) {
  const say = useText();
  const [search, setSearch] = useSearchParams();
  const chosen = items.find(({ id }) => id === search.get('set')) ?? items[0];
  if (!chosen) return null;
  return (
    <>
      <div className="grid filters">
        <SelectField
          optional
          label={say({ zh: '规则集', en: 'Set of rules' })}
          value={chosen.id}
          options={items.map(({ id, title }) => ({ value: id, label: say(title) }))}
          onChange={(set) => setSearch({ set }, { replace: true })}
        />
      </div>
      <RuleSet key={chosen.id} set={chosen} />
    </>
  );
}

function RuleSet({ set: { title, versions } }: { readonly set: RuleSetView }) {
  const say = useText();
  const when = useWhen();
  const [before, last] = [versions.at(-2), versions.at(-1)];
  const words = { ...RULE_WORD, ...namesIn(before?.content), ...namesIn(last?.content) };
  return (
    <>
      <h2>{say({ zh: '版本', en: 'Versions' })}</h2>
      <DataTable
        caption={say(title)}
        rows={versions.toReversed()}
        rowKey={({ version }) => version}
        empty=""
        columns={[
          {
            title: say({ zh: '版本', en: 'Version' }),
            cell: ({ version }) => <b className="due">{version}</b>,
          },
          {
            title: say({ zh: '生效日期', en: 'In effect on' }),
            cell: ({ effectiveOn }) => <span className="due">{when.date(effectiveOn)}</span>,
          },
          { title: say({ zh: '来源', en: 'Source' }), cell: ({ source }) => say(inBoth(source)) },
        ]}
      />
      {before && last && (
        <>
          <h2>{say({ zh: '最近两版的差异', en: 'How the last two differ' })}</h2>
          <DifferenceTable before={before.content} after={last.content} words={words} />
        </>
      )}
      {last && <Content content={last.content} words={words} />}
    </>
  );
}

interface ContentProps {
  readonly content: RuleSetView['versions'][number]['content'];
  readonly words: Readonly<Record<string, Bilingual>>;
}

function Content({ content, words }: ContentProps) {
  const say = useText();
  const plain = usePlainWords(words);
  const rows = useMemo(() => differences(undefined, content), [content]);
  return (
    <>
      <h2>{say({ zh: '最新版本的内容', en: 'What the last version says' })}</h2>
      <DataTable
        caption={say({ zh: '最新版本的内容', en: 'What the last version says' })}
        rows={rows}
        rowKey={({ path }) => path.join('/')}
        empty=""
        columns={[
          { title: say({ zh: '名称', en: 'Name' }), cell: ({ path }) => plain.place(path) },
          { title: say({ zh: '值', en: 'Value' }), cell: ({ path, after }) => plain.value(path, after) },
        ]}
      />
    </>
  );
}
