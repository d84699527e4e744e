import { ListRegisterFaults } from '../../../../workflows/listing-certificate/register/routes.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { LineTable } from '../../parts/line-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { COLUMN } from './words.ts';

interface Props {
  readonly loadId: string;
  readonly count: number;
}

/** A file may have columns that nobody knows. */
const NAMES: Readonly<Record<string, Bilingual>> = COLUMN;

/** Every bad line of a load, page by page. */
export function BadLines({ loadId, count }: Props) {
  const say = useText();
  const lines = usePages(ListRegisterFaults, { limit: 100 }, { loadId });
  const rows = lines.items.flatMap(({ line, faults }) =>
    faults.map(({ column, code, zh, en }) => {
      const known = column === undefined ? undefined : NAMES[column];
      const key = `${line} ${column ?? ''} ${code}`;
      return { key, line, column: known ? say(known) : column, zh, en };
    }),
  );
  return (
    <>
      <h2>{say({ zh: '不合格的行（{n}）', en: 'Bad lines ({n})' }, { n: count })}</h2>
      <Shown of={lines}>{() => <LineTable rows={rows} />}</Shown>
      <More of={lines} />
    </>
  );
}
