import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demonstrateFaults, demonstrateListing } from './listing.ts';
import { reachPlatform } from './runtime.ts';
import { keepStaffLists } from './staff.ts';
import { step } from './table.ts';

const { values: options } = parseArgs({
  options: { origin: { type: 'string', default: 'http://localhost:4700' } },
  strict: true,
});
const folder = join('.local', 'demo');

const platform = await reachPlatform(options.origin);
try {
  await keepStaffLists(platform.origin);
  await demonstrateListing(platform.origin, folder);
  await demonstrateFaults(platform.origin);
  step('done');
} finally {
  await platform.stop();
}
