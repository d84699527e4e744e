import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const PRICE_IDS = [
  'state-transition',
  'lambda-request',
  'lambda-gb-second-arm',
  'dynamodb-write-unit',
  'dynamodb-read-unit',
  'http-api-request',
  'kms-request-ecc',
  's3-put',
  's3-get',
  'ses-mail',
] as const;
export type PriceId = (typeof PRICE_IDS)[number];

const AwsPrices = z.strictObject({
  about: z.string(),
  region: z.string(),
  currency: z.literal('USD'),
  compiledOn: z.iso.date(),
  prices: z.array(
    z.strictObject({
      id: z.enum(PRICE_IDS),
      usd: z.number().positive(),
      per: z.int().positive(),
      source: z.url(),
      /** Where the number was seen; what was not seen says UNVERIFIED. */
      seen: z.string().min(1),
    }),
  ),
});
export type AwsPrices = z.infer<typeof AwsPrices>;

export function awsPrices(): AwsPrices {
  return AwsPrices.parse(JSON.parse(readFileSync(join('seeds', 'aws-prices.json'), 'utf8')));
}
