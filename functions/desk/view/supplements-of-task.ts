import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { type Supplement, supplementIdOf } from '../../../workflows/shared/supplement.ts';
import type { Services } from '../../shared/services.ts';

/** Every supplement that was asked for a task, the first round first. Their ids follow from the task's, so that each is read by its key. */
export async function supplementsOfTask(
  { taskId, supplementRounds = 0 }: DeskTask,
  { desk }: Pick<Services, 'desk'>,
): Promise<Supplement[]> {
  const rounds = Array.from({ length: supplementRounds }, (_, before) => before + 1);
  const read = await Promise.all(rounds.map((round) => desk.supplements.read(supplementIdOf(taskId, round))));
  return read.filter((supplement) => supplement !== undefined);
}
