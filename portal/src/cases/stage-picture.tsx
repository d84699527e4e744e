import { Background, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../language.tsx';
import { laidOut } from './lay-out.ts';
import type { Stage } from './stage.ts';

type StageNode = Node<{ readonly stage: Stage }, 'stage'>;
const NODE_TYPES = { stage: StageBox };
const MARKS = { done: '✓', now: '●', next: '○', stopped: '×' } as const;

/** Stages from left to right, those of the same time below each other. */
export default function StagePicture({ stages }: { readonly stages: readonly Stage[] }) {
  const { language } = useLanguage();
  const say = useText();
  const { data: places } = useQuery({
    queryKey: ['layout', stages.map(({ id, after }) => [id, after])],
    queryFn: () => laidOut(stages),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!places) return <div className="picture" />;
  const nodes: StageNode[] = stages.map((stage) => ({
    id: stage.id,
    type: 'stage',
    data: { stage },
    position: places.get(stage.id) ?? { x: 0, y: 0 },
  }));
  const edges: Edge[] = stages.flatMap(({ id, state, after }) =>
    after.map((from) => ({ id: `${from} ${id}`, source: from, target: id, animated: state === 'now' })),
  );
  return (
    <div
      className="picture"
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

function StageBox({ data: { stage } }: NodeProps<StageNode>) {
  const say = useText();
  return (
    <div className={`node ${stage.state}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {MARKS[stage.state]} {say(stage.title)}
      {stage.note && <small>{say(stage.note)}</small>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
