import { Background, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../language.tsx';
import { type Direction, laidOut } from './lay-out.ts';
import type { Stage } from './stage.ts';

type StageNode = Node<{ readonly stage: Stage; readonly direction: Direction }, 'stage'>;
const NODE_TYPES = { stage: StageBox };
const MARGIN_PX = 40;
const TALLEST_PX = 480;
const MARKS = { done: '✓', now: '●', next: '○', stopped: '×' } as const;

interface Props {
  readonly stages: readonly Stage[];
  readonly direction?: Direction;
}

/**
 * Stages from left to right, those of the same time below each other. Downwards, for many of them, the picture is as high as they need
 * and the page scrolls.
 */
export default function StagePicture({ stages, direction = 'RIGHT' }: Props) {
  const { language } = useLanguage();
  const say = useText();
  const { data: layout } = useQuery({
    queryKey: ['layout', direction, stages.map(({ id, after }) => [id, after])],
    queryFn: () => laidOut(stages, direction),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!layout) return <div className="picture" aria-busy="true" />;
  const nodes: StageNode[] = stages.map((stage) => ({
    id: stage.id,
    type: 'stage',
    data: { stage, direction },
    position: layout.places.get(stage.id) ?? { x: 0, y: 0 },
  }));
  const edges: Edge[] = stages.flatMap(({ id, state, after }) =>
    after.map((from) => ({ id: `${from} ${id}`, source: from, target: id, animated: state === 'now' })),
  );
  return (
    <div
      className="picture"
      style={{ height: heightOf(layout.height, direction) }}
      role="img"
      aria-label={say({
        zh: '办理流程图，文字见下方列表',
        en: 'Picture of the procedure; the list below says the same',
      })}
    >
      <ReactFlow
        key={language}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.03 }}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
      </ReactFlow>
    </div>
  );
}

/** To the right the picture is made to fit, and needs no more room than its stages take. */
function heightOf(stagesPx: number, direction: Direction): number {
  return direction === 'DOWN' ? stagesPx + MARGIN_PX : Math.min(stagesPx + MARGIN_PX, TALLEST_PX);
}

function StageBox({ data: { stage, direction } }: NodeProps<StageNode>) {
  const say = useText();
  const [from, to] = direction === 'DOWN' ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  return (
    <div className={`node ${stage.state}`}>
      <Handle type="target" position={from} isConnectable={false} />
      <div>
        {MARKS[stage.state]} {say(stage.title)}
      </div>
      {stage.note && <small>{say(stage.note)}</small>}
      <Handle type="source" position={to} isConnectable={false} />
    </div>
  );
}
