import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transitionsPage } from './transitions-page.ts';

writeFileSync(join(import.meta.dirname, 'transitions.md'), transitionsPage());
