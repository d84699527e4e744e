import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ExportAudit } from '../../../../workflows/shared/audit-routes.ts';
import { useCall } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { nextCursor } from './next-cursor.ts';

const NAME = 'audit.jsonl';
const PAGE = 1000;
const CHECK = `npm run verify-audit -- ${NAME}`;
const CHECK_ANCHOR = `npm run verify-audit -- ${NAME} --anchor 2026-11-23:3f5a…`;

/** All entries and anchors, page after page, as one file; and how it is checked where the platform has no say. */
export function ExportPanel() {
  const say = useText();
  const call = useCall();
  const [lines, setLines] = useState(0);
  const save = useMutation({
    mutationFn: async () => {
      const pages: string[] = [];
      let cursor: string | undefined;
      setLines(0);
      do {
        const response = await call(ExportAudit, { query: { limit: PAGE, cursor } });
        const page = await response.text();
        pages.push(page);
        setLines((before) => before + page.split('\n').length - 1);
        cursor = nextCursor(response.headers.get('link'));
      } while (cursor !== undefined);
      saveFile(new Blob(pages, { type: ExportAudit.mediaType }), NAME);
    },
  });
  return (
    <section className="panel">
      <h2>{say({ zh: '导出', en: 'Export' })}</h2>
      <p>
        {say({
          zh: '将全部审计记录和每日锚定值导出为一个文件（JSON Lines，一行一条）。',
          en: 'All entries and daily anchors as one file: JSON Lines, one on each line.',
        })}
      </p>
      <p className="row">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {say({ zh: '导出全部审计记录', en: 'Export all of it' })}
        </Button>
        {save.isPending && <progress aria-label={say({ zh: '导出进度', en: 'How far the export is' })} />}
        <span role="status">
          {save.isPending && say({ zh: '已读取 {n} 行', en: '{n} lines so far' }, { n: lines })}
          {save.isSuccess && say({ zh: '已导出 {n} 行', en: '{n} lines exported' }, { n: lines })}
        </span>
      </p>
      <ProblemAlert error={save.error} />
      <h3>{say({ zh: '离线核验', en: 'How to check it offline' })}</h3>
      <p>
        {say({
          zh: '在平台源代码目录运行以下命令（只读取该文件，不连接平台）。逐条重算哈希和每日锚定值，指出第一处不符的行；全部相符时列出最近的锚定值。',
          en: 'Run this beside the source of the platform; it reads the file and nothing else. It computes every hash and anchor anew and names the first line that does not fit, or the last anchor when all do.',
        })}
      </p>
      <p>
        <code className="hash">{CHECK}</code>
      </p>
      <p>
        {say({
          zh: '请定期把上方的每日锚定值抄存到平台之外；核验时一并给出，可发现事后整体改写：',
          en: 'Keep the daily anchors above somewhere else as well. Given to the check, they show even a history that was rewritten as a whole:',
        })}
      </p>
      <p>
        <code className="hash">{CHECK_ANCHOR}</code>
      </p>
    </section>
  );
}
