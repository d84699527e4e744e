export { createKms, type KmsOptions } from './kms.ts';
