import { KMSClient } from '@aws-sdk/client-kms';
import { client, SETTINGS } from './client.ts';

export const kms = client(() => new KMSClient(SETTINGS));
