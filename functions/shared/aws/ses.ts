import { SESv2Client } from '@aws-sdk/client-sesv2';
import { client, SETTINGS } from './client.ts';

export const ses = client(() => new SESv2Client(SETTINGS));
