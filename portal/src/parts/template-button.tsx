import { Button } from 'antd';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  readonly name: Bilingual;
  readonly headings: readonly string[];
}

/** An empty CSV file with the names of the columns, after a byte order mark, by which Excel knows its encoding. */
export function TemplateButton({ name, headings }: Props) {
  const say = useText();
  const content = `\uFEFF${headings.join(',')}\r\n`;
  return (
    <Button onClick={() => saveFile(new Blob([content], { type: 'text/csv' }), say(name))}>
      {say({ zh: '下载空白模板', en: 'Empty template' })}
    </Button>
  );
}
