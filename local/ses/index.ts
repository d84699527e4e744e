export { createSes } from './ses.ts';
