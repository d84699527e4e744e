import { ApiProblem } from '../api/client.ts';
import { useText } from '../language.tsx';
import { LineTable } from './line-table.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** Why a table was refused: what the platform says of it, and every fault by line and column; read out when it appears. */
export function FileRefused({ error }: { readonly error: Error | null }) {
  const say = useText();
  const faults = (error instanceof ApiProblem && error.problem.faults) || [];
  const rows = faults.map(({ pointer, code, zh, en }) => ({
    key: `${pointer} ${code}`,
    ...placeOf(pointer),
    zh,
    en,
  }));
  if (rows.length === 0) return <ProblemAlert error={error} />;
  return (
    <div role="alert">
      <p className="fault">
        {say(
          { zh: '文件有 {n} 处错误，未作任何更改', en: '{n} faults: nothing was changed' },
          { n: rows.length },
        )}
      </p>
      <LineTable rows={rows} />
    </div>
  );
}

/** Of a fault's pointer, `/file/lines/7/授权公告日`: line and column. */
function placeOf(pointer: string): { readonly line: number; readonly column: string | undefined } {
  const [, line = 0, column] = /\/lines\/(\d+)(?:\/(.+))?$/.exec(pointer) ?? [];
  return { line: Number(line), column: column?.replaceAll('~1', '/').replaceAll('~0', '~') };
}
