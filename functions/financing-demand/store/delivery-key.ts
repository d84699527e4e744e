interface DeliveryKey {
  readonly pk: string;
  readonly sk: string;
}

/** Endpoints of all institutions lie together (there are some dozens), so that the office reads them by one query. */
export const ENDPOINTS = 'endpoint';

/** Keys of DeliveryTable (docs/access-patterns.md). */
export const DELIVERY_KEY = {
  endpoint: (institutionId: string): DeliveryKey => ({ pk: ENDPOINTS, sk: institutionId }),
  state: (institutionId: string): DeliveryKey => ({ pk: `delivery#${institutionId}`, sk: 'state' }),
  attempts: (institutionId: string) => `attempts#${institutionId}`,
  /** Padded, so that the order of keys is that of lists and of time. */
  attempt: (institutionId: string, number: number, at: string): DeliveryKey => ({
    pk: DELIVERY_KEY.attempts(institutionId),
    sk: `${String(number).padStart(8, '0')}#${new Date(at).toISOString()}`,
  }),
} as const;
