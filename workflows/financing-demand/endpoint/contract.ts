import * as z from 'zod';

/** 接收地址: where an institution wants its demand lists pushed to. */

const Instant = z.iso.datetime({ offset: true });

/**
 *     UNVERIFIED --handshake--> ACTIVE --410, 75 hours of failures, by hand--> DISABLED --handshake--> ACTIVE
 *         ^------------------------ another URL ------------------------------'
 */
export const EndpointStatus = z.enum(['UNVERIFIED', 'ACTIVE', 'DISABLED']);
export type EndpointStatus = z.infer<typeof EndpointStatus>;

/** `gone`: it answered 410; `failing`: every attempt of a list failed. */
export const DisabledBecause = z.enum(['gone', 'failing', 'by-institution', 'by-office']);
export type DisabledBecause = z.infer<typeof DisabledBecause>;

export const Endpoint = z.strictObject({
  /** USCC of the institution. */
  institutionId: z.string().min(1),
  institutionName: z.string().min(1),
  url: z.string().min(1),
  status: EndpointStatus,
  changedAt: Instant,
  verifiedAt: Instant.optional(),
  disabled: z.strictObject({ because: DisabledBecause, at: Instant }).optional(),
  /** Number of changes: the ETag. */
  version: z.int().positive(),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** A key that signs messages: `whsec_` and 32 random bytes in base64 (Standard Webhooks). */
export const SigningSecret = z.strictObject({
  secret: z.string().startsWith('whsec_'),
  createdAt: Instant,
  /** Of a key that was rotated out: messages carry its signature, too, until then. */
  endsAt: Instant.optional(),
});
export type SigningSecret = z.infer<typeof SigningSecret>;

/** An endpoint as it is kept: with its keys, the newest first, and the hash of its last audit entry. */
export const KeptEndpoint = Endpoint.extend({
  secrets: z.array(SigningSecret).min(1).max(2),
  auditHash: z.string(),
});
export type KeptEndpoint = z.infer<typeof KeptEndpoint>;

/** The audit chain of an institution's endpoint; its entries are as many as the endpoint's changes. */
export const endpointChainId = (institutionId: string) => `endpoint-${institutionId}`;
