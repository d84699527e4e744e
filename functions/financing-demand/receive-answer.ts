import { createHash } from 'node:crypto';
import { AnswerEvent } from '../../workflows/financing-demand/answer/answer-event.ts';
import { ReceiveAnswer } from '../../workflows/financing-demand/answer/routes.ts';
import type { KeptEndpoint } from '../../workflows/financing-demand/endpoint/contract.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { shaped } from '../../workflows/shared/shape-faults.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { onlyOnce, type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { keepAnswer } from './answer/keep-answer.ts';
import { refuseUnlessGenuine } from './answer/refuse-unless-genuine.ts';
import { shown } from './endpoint/read-endpoint.ts';
import { endpointStores, type ServicesWithEndpoints } from './store/endpoint-services.ts';
import { answerServices, type ServicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof ReceiveAnswer;
type ReceiveServices = ServicesWithAnswers & Pick<ServicesWithEndpoints, 'endpoints'>;

/**
 * An institution answers a demand by a message signed with the key of its endpoint; what is said is kept exactly as over the API. The
 * same message again is answered alike and counts once. @throws RefusedError 401 where it is not genuine, 404, 409, 422
 */
export async function receiveAnswer(
  { params: { institutionId }, body, signed }: RouteInput<Contract>,
  services: ReceiveServices,
): Promise<RouteReply<Contract>> {
  const endpoint = await services.endpoints.read(institutionId);
  refuseUnlessGenuine(signed, endpoint?.secrets ?? [], services.now());
  if (endpoint?.status !== 'ACTIVE') throw notActive(endpoint);
  const { demandId, answer } = judged(body, signed.id);
  const requestHash = createHash('sha256')
    .update(`${ReceiveAnswer.operationId}\n${signed.body}`)
    .digest('hex');
  const idempotency = { organisationId: institutionId, key: `webhook ${signed.id}`, requestHash };
  const said = { institutionId, demandId, actor: senderOf(endpoint), body: answer, idempotency };
  return onlyOnce(idempotency, services, () => keepAnswer(said, services));
}

/** @throws RefusedError 422 with every fault */
function judged(body: unknown, messageId: string): AnswerEvent['data'] {
  const event = shaped(AnswerEvent, body);
  if (!event.ok) throw refusedForFaults(event.faults);
  if (event.value.id === messageId) return event.value.data;
  const words = { zh: 'id 必须与 webhook-id 相同', en: 'The id must be the webhook-id' };
  throw refusedForFaults([{ pointer: '/id', code: 'id-differs', ...words }]);
}

/** Who acts, as the audit keeps it: the institution's system, proved by its key. */
function senderOf({ institutionId, institutionName }: KeptEndpoint): Actor {
  return {
    organisationKind: 'bank',
    organisationId: institutionId,
    organisationName: institutionName,
    personId: `endpoint-${institutionId}`,
    personName: '机构系统（签名消息）',
    roles: ['machine'],
  };
}

function notActive(endpoint: KeptEndpoint | undefined): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'endpoint-not-active',
    zh: '接收地址未启用：签名消息只在接收地址通过验证并启用后接受',
    en: 'The endpoint is not active: signed messages are taken while it is verified and not disabled',
    ...(endpoint && { present: { ...shown(endpoint) } }),
  });
}

export const handler = route(ReceiveAnswer, receiveAnswer, () =>
  extended({ ...answerServices(), endpoints: endpointStores().endpoints }),
);
