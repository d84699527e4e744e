import type { Queue, ReceivedMessage } from './queue.ts';

/**
 * Receives, and when there is nothing waits for something. The wait holds up a client, so it lasts by the machine's time even
 * where the clock is virtual; what becomes visible in virtual time ends it.
 */
export async function receiveOrWait(
  queue: Queue,
  maximum: number,
  waitSeconds: number,
  visibilityTimeoutSeconds?: number,
): Promise<readonly ReceivedMessage[]> {
  const first = queue.receive(maximum, visibilityTimeoutSeconds);
  if (first.length > 0 || waitSeconds === 0) return first;
  return new Promise((resolve) => {
    const finish = (messages: readonly ReceivedMessage[]) => {
      clearTimeout(timer);
      stopListening();
      resolve(messages);
    };
    // A poll alone keeps no process alive.
    const timer = setTimeout(() => finish([]), waitSeconds * 1000).unref();
    const stopListening = queue.onChange(() => {
      const messages = queue.receive(maximum, visibilityTimeoutSeconds);
      if (messages.length > 0) finish(messages);
    });
  });
}
