import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import { instantText } from '../text.ts';
import { documentHtml, escapeHtml } from './html.ts';

/** The latest executions, each with a link to its page. */
export function renderExecutionList(executions: readonly ExecutionListItem[]): string {
  const rows = executions.map(({ executionArn, name, startDate, stopDate, status, stateMachineArn }) => {
    const link = `<a href="/local/executions/${escapeHtml(encodeURIComponent(executionArn ?? ''))}">${escapeHtml(name ?? '')}</a>`;
    const cells = [
      instantText(startDate),
      instantText(stopDate),
      status ?? '',
      stateMachineArn?.split(':').at(-1) ?? '',
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td>${link}</td></tr>`;
  });
  const head = ['started', 'stopped', 'status', 'machine', 'execution'].map(
    (cell) => `<th scope="col">${cell}</th>`,
  );
  const table = `<table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  return documentHtml('Executions', table);
}
