import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { ExecutionStatus } from '../../../workflows/shared/execution/execution.ts';

/** As Step Functions calls it, beside what that means. */
export const EXECUTION_STATUS: Readonly<Record<ExecutionStatus, Bilingual>> = {
  RUNNING: { zh: '运行中 RUNNING', en: 'RUNNING' },
  SUCCEEDED: { zh: '已完成 SUCCEEDED', en: 'SUCCEEDED' },
  FAILED: { zh: '失败 FAILED', en: 'FAILED' },
  TIMED_OUT: { zh: '超时 TIMED_OUT', en: 'TIMED_OUT' },
  ABORTED: { zh: '已中止 ABORTED', en: 'ABORTED' },
  PENDING_REDRIVE: { zh: '等待重启 PENDING_REDRIVE', en: 'PENDING_REDRIVE' },
};
