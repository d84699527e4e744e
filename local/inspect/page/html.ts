const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A table; the cells are text. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headCells = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${headCells}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

/** A whole page with a heading; the content is HTML. */
export function documentHtml(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
${content}
</body></html>
`;
}

const STYLE = `
body { font: 14px/1.5 system-ui, "Noto Sans SC", sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; margin: 1rem 0 } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; border-bottom: 1px solid #ddd; white-space: nowrap } td:last-child { white-space: normal; overflow-wrap: anywhere }
svg text { text-anchor: middle; font-size: 12px } svg .note { font-size: 10px; fill: #444 }
svg rect { fill: #fff; stroke: #888 } .done rect { fill: #e3f4e1; stroke: #2e7d32 } .running rect { fill: #e3eefb; stroke: #1565c0 } .failed rect { fill: #fbe6e3; stroke: #b3261e }
.edge { fill: none; stroke: #777 } .catch { stroke-dasharray: 4 3 }
`;
