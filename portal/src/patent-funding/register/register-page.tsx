import { Alert } from 'antd';
import { useId } from 'react';
import { LoadPatentRegister } from '../../../../workflows/patent-funding/registry/routes.ts';
import { REGISTER_COLUMNS } from '../../../../workflows/patent-funding/table/register-columns.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { FileRefused } from '../../parts/file-refused.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { tableFileOf } from '../../parts/table-file.ts';
import { TableFileInput } from '../../parts/table-file-input.tsx';
import { TemplateButton } from '../../parts/template-button.tsx';

const TEMPLATE_NAME = { zh: '专利登记信息模板.csv', en: 'patent-register.csv' };
const HEADINGS = REGISTER_COLUMNS.map(({ headings: [name] }) => name);

/** 专利登记信息: the IP centre brings the register of patents up to date from what the national office exports. */
export function Component() {
  const say = useText();
  const helpId = useId();
  const load = useAction(LoadPatentRegister);
  return (
    <>
      <PageTitle>{say({ zh: '专利登记信息', en: 'Register of patents' })}</PageTitle>
      <section className="panel">
        <p className="quiet" id={helpId}>
          {say({
            zh: '列名与国家知识产权局专利检索导出的一致。同一专利以最后加载的为准，文件中没有的专利保持不变；有一处错误即整份不加载。',
            en: 'Columns are named as the patent search of the national office exports them. Of a patent the record loaded last counts, and what is not in the file stays; with any fault nothing is loaded.',
          })}
        </p>
        <div className="row ends">
          <TableFileInput
            label={say({ zh: '上传 XLSX 或 CSV', en: 'Upload XLSX or CSV' })}
            describedBy={helpId}
            disabled={load.isPending}
            onFile={async (file) => load.mutate({ body: { file: await tableFileOf(file) } })}
          />
          <TemplateButton name={TEMPLATE_NAME} headings={HEADINGS} />
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
