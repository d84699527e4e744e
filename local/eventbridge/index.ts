export { createEventBridge, type EventBridge, type EventBridgeOptions } from './eventbridge.ts';
export type { TargetPorts } from './send-to-target.ts';
