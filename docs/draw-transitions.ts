import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transitionsPage } from '../workflows/shared/state-diagram.ts';

writeFileSync(join(import.meta.dirname, 'transitions.md'), transitionsPage());
