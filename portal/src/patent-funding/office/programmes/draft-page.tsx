import { useParams, useSearchParams } from 'react-router';
import type { ProgrammeRecord } from '../../../../../workflows/patent-funding/programmes/record.ts';
import { ListProgrammeRecords } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { NotFound } from '../../../parts/not-found.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { PATENT_PLACES } from '../../../shell/nav.ts';
import { SubNav } from '../../../shell/sub-nav.tsx';
import { draftOf, type ProgrammeDraft } from './draft.ts';
import { DraftForm } from './draft-form.tsx';

const NEW = 'new';

/** A version being written: a draft further, a new one after a published one, or the first of a new programme after an old one. */
export function Component() {
  const say = useText();
  const { programmeId = '' } = useParams();
  const [search] = useSearchParams();
  const records = useRoute(ListProgrammeRecords, {});
  const version = search.get('version') ?? undefined;
  return (
    <>
      <PageTitle>
        {programmeId === NEW
          ? say({ zh: '起草新项目', en: 'Draft a new programme' })
          : say({ zh: '起草项目版本', en: 'Draft a version' })}
      </PageTitle>
      <SubNav label={say({ zh: '专利资助', en: 'Patent funding' })} places={PATENT_PLACES} />
      <Shown of={records}>
        {({ items }) => {
          const initial = startOf(items, programmeId, version);
          if (!initial) return <NotFound />;
          const name = `programme.${programmeId}.${version ?? ''}`;
          return <DraftForm key={name} name={name} initial={initial} isNew={programmeId === NEW} />;
        }}
      </Shown>
    </>
  );
}

/** Everything is taken over but what must be another's: version and day, and of a new programme its id and names. */
function startOf(
  items: readonly ProgrammeRecord[],
  programmeId: string,
  version: string | undefined,
): ProgrammeDraft | undefined {
  const isNew = programmeId === NEW;
  const record = isNew ? items[0] : items.find((one) => one.programmeId === programmeId);
  const found =
    record?.versions.find(({ programme }) => programme.version === version) ?? record?.versions.at(-1);
  if (!found) return undefined;
  const draft = draftOf(found.programme);
  if (isNew) {
    return {
      ...draft,
      programmeId: '',
      version: '',
      effectiveOn: '',
      source: '',
      name: NO_TEXT,
      legalBasis: NO_TEXT,
    };
  }
  return found.state === 'DRAFT' ? draft : { ...draft, version: '', effectiveOn: '', source: '' };
}

const NO_TEXT = { zh: '', en: '' };
