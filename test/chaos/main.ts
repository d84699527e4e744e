/** `npm run chaos [-- --rounds 20 --cases 200 --kills 5]`: kill -9 at random during loads of mixed cases; fails on whatever was lost or doubled. */
import { parseArgs } from 'node:util';
import { chaosRound } from './chaos.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    cases: { type: 'string', default: '200' },
    kills: { type: 'string', default: '5' },
  },
  strict: true,
});

let faults = 0;
for (let round = 1; round <= Number(values.rounds); round++) {
  const startedMs = performance.now();
  const { cases, kills, wrong } = await chaosRound({
    cases: Number(values.cases),
    kills: Number(values.kills),
    inFlight: 8,
    anchored: true,
  });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  process.stdout.write(
    `round ${round}: ${cases} cases, ${kills} kills, ${wrong.length} wrong, ${seconds} s\n`,
  );
  for (const line of wrong) process.stdout.write(`  ${line}\n`);
  faults += wrong.length;
}
process.exitCode = faults === 0 ? 0 : 1;
