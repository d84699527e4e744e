import Elk from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Stage } from './stage.ts';

/** As large as `.node`: a name of two lines and a note. */
const SIZE = { width: 204, height: 66 };

export type Direction = 'RIGHT' | 'DOWN';

interface Layout {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly height: number;
}

/** Where each stage goes: computed beside the page, in a worker, because the library is large and the page must not wait. */
export async function laidOut(stages: readonly Stage[], direction: Direction): Promise<Layout> {
  const elk = new Elk({ workerUrl });
  try {
    const { children = [] } = await elk.layout({
      id: 'root',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': direction,
        'elk.layered.spacing.nodeNodeBetweenLayers': '36',
        'elk.spacing.nodeNode': '18',
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      },
      children: stages.map(({ id }) => ({ id, ...SIZE })),
      edges: stages.flatMap(({ id, after }) =>
        after.map((from) => ({ id: `${from} ${id}`, sources: [from], targets: [id] })),
      ),
    });
    const height = Math.max(...children.map(({ y = 0 }) => y + SIZE.height));
    return { height, places: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])) };
  } finally {
    elk.terminateWorker();
  }
}
