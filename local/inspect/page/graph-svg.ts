import { escapeHtml } from './html.ts';
import type { Edge, Layout, PlacedState } from './layout.ts';

const BOX = { width: 190, height: 44 };
const GAP = { x: 30, y: 40 };

/** What is written in a state's box, and the class that colours it. */
export interface StateMark {
  readonly note: string;
  readonly className: 'done' | 'running' | 'failed' | 'unvisited';
}

/** The states as boxes, the transitions as lines; catches are dashed. */
export function graphSvg(layout: Layout, markOf: (state: string) => StateMark): string {
  const width = layout.columns * (BOX.width + GAP.x) + GAP.x;
  const height = layout.rows * (BOX.height + GAP.y) + GAP.y;
  const byName = new Map(layout.states.map((state) => [state.name, state]));
  const lines = layout.edges.map((edge) => line(edge, byName)).join('\n');
  const boxes = layout.states.map((state) => box(state, markOf(state.name))).join('\n');
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="States and transitions">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${lines}
${boxes}
</svg>`;
}

function box(state: PlacedState, mark: StateMark): string {
  const { x, y } = cornerOf(state);
  const middle = x + BOX.width / 2;
  return `<g class="${mark.className}"><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>
<text x="${middle}" y="${y + 18}">${escapeHtml(state.name)}</text>
<text class="note" x="${middle}" y="${y + 35}">${escapeHtml(mark.note)}</text></g>`;
}

/** Down to a later row straight; back up, or along a row, around the boxes. */
function line({ from, to, isCatch }: Edge, byName: ReadonlyMap<string, PlacedState>): string {
  const [start, end] = [byName.get(from), byName.get(to)];
  if (!start || !end) return '';
  const a = cornerOf(start);
  const b = cornerOf(end);
  const path =
    end.row > start.row
      ? `M${a.x + BOX.width / 2} ${a.y + BOX.height} L${b.x + BOX.width / 2} ${b.y}`
      : `M${a.x + BOX.width} ${a.y + BOX.height / 2} C${a.x + BOX.width + GAP.x} ${a.y} ${b.x + BOX.width + GAP.x} ${b.y + BOX.height} ${b.x + BOX.width} ${b.y + BOX.height / 2}`;
  return `<path class="edge${isCatch ? ' catch' : ''}" d="${path}" marker-end="url(#arrow)"/>`;
}

function cornerOf({ row, column }: PlacedState): { x: number; y: number } {
  return { x: GAP.x + column * (BOX.width + GAP.x), y: GAP.y / 2 + row * (BOX.height + GAP.y) };
}
