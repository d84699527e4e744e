import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { ACTOR_CLAIM, Actor } from '../../workflows/shared/actor.ts';
import { RefusedError } from './errors.ts';

/** The claims of a token that HTTP API verified; absent on public routes. */
type Claims = Partial<
  APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer']['jwt']['claims']
>;

/** Who acts, from the verified token. @throws RefusedError 401 where a claim is missing */
export function actorOf(claims: Claims | undefined): Actor {
  const text = (name: string) => {
    const claim = claims?.[name];
    return claim === undefined ? undefined : String(claim);
  };
  const actor = Actor.safeParse({
    organisationKind: text(ACTOR_CLAIM.organisationKind),
    organisationId: text(ACTOR_CLAIM.organisationId),
    organisationName: text(ACTOR_CLAIM.organisationName),
    personId: text(ACTOR_CLAIM.personId),
    personName: text(ACTOR_CLAIM.personName),
    roles: (text(ACTOR_CLAIM.roles) ?? '').split(' ').filter((role) => role !== ''),
  });
  if (actor.success) return actor.data;
  throw new RefusedError({
    status: 401,
    code: 'unknown-actor',
    zh: '登录信息不完整，请重新登录',
    en: 'The token does not say who acts for which organisation',
  });
}
