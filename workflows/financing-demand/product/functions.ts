import type { FunctionSpec } from '../../shared/function-spec.ts';
import { ExportProducts, ImportProducts, ReplaceProducts, ShowProducts } from './routes.ts';

const slice = 'financing-demand';

/** The products that institutions keep themselves. */
export const PRODUCT_FUNCTIONS: readonly FunctionSpec[] = [
  { slice, name: 'show-products', routes: [ShowProducts], tables: { FinancingTable: ['GetItem'] } },
  {
    slice,
    name: 'replace-products',
    routes: [ReplaceProducts],
    tables: { CaseTable: ['GetItem', 'PutItem'], FinancingTable: ['GetItem', 'PutItem'] },
  },
  { slice, name: 'export-products', routes: [ExportProducts], tables: { FinancingTable: ['GetItem'] } },
  {
    slice,
    name: 'import-products',
    routes: [ImportProducts],
    tables: { CaseTable: ['GetItem', 'PutItem'], FinancingTable: ['GetItem', 'PutItem'] },
    memoryMb: 1024,
  },
];
