import type { Bilingual } from '../bilingual.ts';
import { localDateOf } from '../working-days.ts';
import { type Audience, type EventSpec, NOTIFICATION, type NotificationKind } from './event.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { Template, Templates } from './rules.ts';

const PLACEHOLDER = /\{([A-Za-z]+)\}/g;
type Language = keyof Bilingual;

/** What every text of a case may name. */
const OF_CASE = ['caseNumber', 'applicant', 'procedure'] as const;
/** Facts that people read otherwise than they are kept; null: not for people. */
const SHOWN_AS: Readonly<Record<string, string | null>> = {
  departmentId: 'department',
  institutionId: 'institution',
  dueAt: 'dueOn',
  taskId: null,
  officerId: null,
  departmentIds: null,
  delegationId: null,
  loadId: null,
  announcedAt: 'announcedOn',
  workflows: 'procedures',
};

/** The placeholders a text about this kind of event may hold: each has a value in every such event. */
export function placeholdersOf(kind: NotificationKind): string[] {
  const shown = Object.keys(NOTIFICATION[kind].facts.shape).map((fact) => shownAs(fact));
  const spec: EventSpec = NOTIFICATION[kind];
  return [...(spec.of ? [] : OF_CASE), ...shown.filter((name) => name !== null)];
}

const shownAs = (fact: string): string | null => (fact in SHOWN_AS ? (SHOWN_AS[fact] ?? null) : fact);

/** Names of people's organisations and procedures, by id. */
export interface Names {
  procedure(workflow: string): Bilingual;
  organisation(organisationId: string): Bilingual;
}

/** What of a row its texts are made of; a row of no case has no number, applicant and procedure. */
type ToldRow = Pick<OutboxRow, 'kind' | 'facts'> &
  Partial<Record<'caseNumber' | 'applicantName' | 'workflow', string>>;

/** The text of an event for one audience in both languages. @throws where there is none, or it names what the event lacks */
export function textFor(
  row: ToldRow,
  audience: Audience,
  { texts, words }: Pick<Templates, 'texts' | 'words'>,
  names: Names,
): Template {
  const template = texts[row.kind][audience];
  if (!template) throw new Error(`no text tells the ${audience} of ${row.kind}`);
  const filled = (text: Bilingual): Bilingual => ({
    zh: fill(text.zh, valuesOf(row, 'zh', words, names)),
    en: fill(text.en, valuesOf(row, 'en', words, names)),
  });
  return { title: filled(template.title), text: filled(template.text) };
}

function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`the event has no ${name}`);
    return value;
  });
}

function valuesOf(
  { facts, caseNumber, applicantName, workflow }: ToldRow,
  language: Language,
  words: Templates['words'],
  names: Names,
): Map<string, string> {
  const values = new Map<string, string>();
  if (caseNumber !== undefined) values.set('caseNumber', caseNumber);
  if (applicantName !== undefined) values.set('applicant', applicantName);
  if (workflow !== undefined) values.set('procedure', names.procedure(workflow)[language]);
  for (const [fact, value] of Object.entries(facts)) {
    const name = shownAs(fact);
    if (name === null) continue;
    if (typeof value !== 'string') values.set(name, listed(value, fact, language, names));
    else values.set(name, shown(value, fact, language, names) ?? words[value]?.[language] ?? value);
  }
  return values;
}

/** An organisation by its name, an instant by its day; undefined where the fact is neither. */
function shown(value: string, fact: string, language: Language, names: Names): string | undefined {
  if (fact === 'departmentId' || fact === 'institutionId') return names.organisation(value)[language];
  if (fact === 'dueAt' || fact === 'announcedAt') return day(new Date(value), language);
  return undefined;
}

/** `2026年12月22日`, or `2026-12-22` in English. */
function day(instant: Date, language: Language): string {
  const localDate = localDateOf(instant);
  const [year, month, dayOfMonth] = localDate.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${dayOfMonth}日` : localDate;
}

/** A list of procedures by their titles, any other as it is. */
function listed(values: readonly string[], fact: string, language: Language, names: Names): string {
  const shown = fact === 'workflows' ? values.map((one) => names.procedure(one)[language]) : values;
  return shown.join(language === 'zh' ? '、' : ', ');
}

/** Everything that a set of texts lacks or names wrongly, as `kind/audience: what`. */
export function templateFaults({ texts }: Pick<Templates, 'texts'>): string[] {
  const kinds = Object.keys(NOTIFICATION) as NotificationKind[];
  return kinds.flatMap((kind) =>
    NOTIFICATION[kind].to.flatMap((audience) => {
      const template = texts[kind]?.[audience];
      if (!template) return [`${kind}/${audience}: no text`];
      const { title, text } = template;
      const named = [title.zh, title.en, text.zh, text.en].flatMap((one) =>
        [...one.matchAll(PLACEHOLDER)].map(([, name = '']) => name),
      );
      const known = placeholdersOf(kind);
      return [...new Set(named)]
        .filter((name) => !known.includes(name))
        .map((name) => `${kind}/${audience}: {${name}} is not of this event`);
    }),
  );
}
