import { useId } from 'react';
import { ExportProducts, ImportProducts } from '../../../../workflows/financing-demand/product/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { FileRefused } from '../../parts/file-refused.tsx';
import { tableFileOf } from '../../parts/table-file.ts';
import { TableFileInput } from '../../parts/table-file-input.tsx';

/** All products as a spreadsheet: handed out to be changed, and taken back as the next version, or refused with every fault. */
export function ProductsFile({ version }: { readonly version: number }) {
  const say = useText();
  const helpId = useId();
  const load = useAction(ImportProducts);
  return (
    <section className="panel">
      <h2>{say({ zh: '用电子表格维护', en: 'As a spreadsheet' })}</h2>
      <div className="row ends">
        <DownloadButton contract={ExportProducts} input={{}} name="products.xlsx">
          {say({ zh: '下载产品目录（XLSX）', en: 'Download (XLSX)' })}
        </DownloadButton>
        <TableFileInput
          label={say({ zh: '上传 XLSX 或 CSV', en: 'Upload XLSX or CSV' })}
          describedBy={helpId}
          disabled={load.isPending}
          onFile={async (file) => load.mutate({ body: await tableFileOf(file), version })}
        />
      </div>
      <p className="help" id={helpId}>
        {say({
          zh: '上传的文件整体替换产品目录，成为新的一版；有错误时逐项指出，不作任何更改。',
          en: 'The file takes the place of all products, as a new version; with anything wrong in it every fault is told and nothing is changed.',
        })}
      </p>
      <FileRefused error={load.error} />
    </section>
  );
}
