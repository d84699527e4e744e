import { parseArgs } from 'node:util';
import { Person } from '../demo/person.ts';
import { Answering } from './bank-simulator/answering.ts';
import { BEHAVIOUR_TEXT, BEHAVIOURS, type Behaviour } from './bank-simulator/behaviour.ts';
import { connectInstitution } from './bank-simulator/institution.ts';
import type { Received } from './bank-simulator/received.ts';
import { isScriptName, SCRIPTS } from './bank-simulator/script.ts';

const list = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts)
    .map(([name, text]) => `    ${name.padEnd(14)}${text}`)
    .join('\n');
const USAGE = `npm run bank-simulator     plays an institution against a platform that runs (npm start)

  --origin URL             the platform (default http://localhost:4700)
  --username NAME          a demonstration account of an institution (default bank-one)
  --port N                 where its endpoint listens (default: any free one)
  --behaviour NAME         how the endpoint answers messages (default good)
${list(BEHAVIOUR_TEXT)}
  --script NAME            what it answers to each new demand (default offer)
${list(Object.fromEntries(Object.entries(SCRIPTS).map(([name, { text }]) => [name, text])))}`;

/** Registers and verifies an endpoint, prints what comes and answers it, until Ctrl-C. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      origin: { type: 'string', default: 'http://localhost:4700' },
      username: { type: 'string', default: 'bank-one' },
      port: { type: 'string', default: '0' },
      behaviour: { type: 'string', default: 'good' },
      script: { type: 'string', default: 'offer' },
      help: { type: 'boolean', default: false },
    },
  });
  const { origin, username, script } = values;
  const behaviour = BEHAVIOURS.find((one) => one === values.behaviour);
  if (values.help || !behaviour || !isScriptName(script)) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const answering = new Answering(() => Person.signIn(origin, username), script, {
    origin,
    key: () => endpoint.key(),
  });
  const onMessage = (received: Received) => {
    console.log(`${received.at.toISOString()} ${received.id}`);
    answering.take(received).then(
      (lines) => lines.forEach((line) => void console.log(`  ${line}`)),
      (error: unknown) => console.error(`  ${error instanceof Error ? error.message : error}`),
    );
  };
  const endpoint = await connectInstitution(await Person.signIn(origin, username), {
    port: Number(values.port),
    onMessage,
  });
  endpoint.behave(behaviour satisfies Behaviour);
  console.log(`${username} listens at ${endpoint.url}: ${BEHAVIOUR_TEXT[behaviour]}. Ctrl-C ends it.`);
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await endpoint.stop();
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
