export { createDistribution } from './distribution.ts';
