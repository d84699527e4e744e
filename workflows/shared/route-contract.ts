import type * as z from 'zod';
import type { OrganisationKind } from './actor.ts';
import type { Bilingual } from './bilingual.ts';

/**
 * Who may call a route. `object` names the thing in the path that must be the caller's (checked in functions/shared
 * before the handler's own function runs, which receives the loaded object).
 */
export type Access =
  | { readonly who: 'public' }
  | {
      readonly who: readonly OrganisationKind[];
      readonly object?: 'case' | 'task' | 'supplement' | 'institution' | 'demand';
    };

/** One HTTP route, the single home of its facts: the handler's door, the OpenAPI document and infra/ all read it. */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As HTTP API writes it: `/v1/cases/{caseId}`. */
  readonly path: `/${string}`;
  readonly summary: Bilingual;
  readonly access: Access;
  /** The token must carry this scope, which the gateway looks at; for what machines of institutions call. */
  readonly scope?: 'deliveries:read' | 'deliveries:answer' | 'products:write';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  /** Status of a success. */
  readonly status: 200 | 201 | 202 | 204;
  /** Media type of a success; JSON unless told. */
  readonly mediaType?: string;
  /** Largest body; 256 KiB unless told. Lambda itself takes 6 MB. */
  readonly bodyLimitBytes?: number;
  /** The caller must send Idempotency-Key; sent again, the request is answered as it was. */
  readonly idempotencyKey?: boolean;
  /** The caller must send If-Match with the ETag it read. */
  readonly ifMatch?: boolean;
  /** No token: the caller signs the body by Standard Webhooks, and the function holds it against the caller's key. */
  readonly signed?: boolean;
}

/** Keeps the exact types of a contract, from which the handler's input is made. */
export function routeContract<const C extends RouteContract>(contract: C): C {
  return contract;
}
