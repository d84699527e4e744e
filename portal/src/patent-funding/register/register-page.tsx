import { Alert, Button } from 'antd';
import { useId } from 'react';
import { LoadPatentRegister } from '../../../../workflows/patent-funding/registry/routes.ts';
import { REGISTER_COLUMNS } from '../../../../workflows/patent-funding/table/register-columns.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { FileRefused } from '../../parts/file-refused.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { tableFileOf } from '../../parts/table-file.ts';

const TEMPLATE_NAME = { zh: '专利登记信息模板.csv', en: 'patent-register.csv' };
/** With a byte order mark, by which Excel knows its encoding. */
const TEMPLATE = `\uFEFF${REGISTER_COLUMNS.map(({ headings: [name] }) => name).join(',')}\r\n`;

/** 专利登记信息: the IP centre brings the register of patents up to date from what the national office exports. */
export function Component() {
  const say = useText();
  const id = useId();
  const load = useAction(LoadPatentRegister);
  return (
    <>
      <PageTitle>{say({ zh: '专利登记信息', en: 'Register of patents' })}</PageTitle>
      <section className="panel">
        <p className="quiet" id={`${id}help`}>
          {say({
            zh: '列名与国家知识产权局专利检索导出的一致。同一专利以最后加载的为准，文件中没有的专利保持不变；有一处错误即整份不加载。',
            en: 'Columns are named as the patent search of the national office exports them. Of a patent the record loaded last counts, and what is not in the file stays; with any fault nothing is loaded.',
          })}
        </p>
        <div className="row ends">
          <div className="field">
            <label htmlFor={id}>{say({ zh: '上传 XLSX 或 CSV', en: 'Upload XLSX or CSV' })}</label>
            <input
              id={id}
              type="file"
              accept=".csv,.xlsx"
              aria-describedby={`${id}help`}
              disabled={load.isPending}
              onChange={async ({ target }) => {
                const file = target.files?.[0];
                if (file) load.mutate({ body: { file: await tableFileOf(file) } });
                target.value = '';
              }}
            />
          </div>
          <Button onClick={() => saveFile(new Blob([TEMPLATE], { type: 'text/csv' }), say(TEMPLATE_NAME))}>
            {say({ zh: '下载空白模板', en: 'Empty template' })}
          </Button>
        </div>
        <FileRefused error={load.error} />
        {load.data && (
          <Alert
            type="success"
            showIcon
            role="status"
            title={say({ zh: '已加载 {n} 件专利', en: '{n} patents are loaded' }, { n: load.data.loaded })}
          />
        )}
      </section>
    </>
  );
}
