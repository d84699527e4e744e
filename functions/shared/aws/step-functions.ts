import { SFNClient } from '@aws-sdk/client-sfn';
import { client, SETTINGS } from './client.ts';

export const stepFunctions = client(() => new SFNClient(SETTINGS));
