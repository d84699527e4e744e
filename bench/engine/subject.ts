import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { dirname, join } from 'node:path';

/** What the engine's process tells. */
type Message =
  | { readonly kind: 'ready'; readonly port: number; readonly cpuSeconds: number }
  | { readonly kind: 'tokens'; readonly name: string; readonly tokens: readonly string[] }
  | { readonly kind: 'end'; readonly name: string; readonly status: string }
  | { readonly kind: 'resources'; readonly cpuSeconds: number; readonly rssBytes: number };

export interface Resources {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
}

/** The engine under load: a process of its own, spoken to over HTTP. */
export class Subject {
  readonly readyMs: number;
  readonly readyCpuSeconds: number;
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 });
  onTokens: (name: string, tokens: readonly string[]) => void = () => {};
  onEnd: (name: string, status: string) => void = () => {};
  #onResources: (resources: Resources) => void = () => {};

  private constructor(child: ChildProcess, port: number, readyMs: number, readyCpuSeconds: number) {
    this.#child = child;
    this.#port = port;
    this.readyMs = readyMs;
    this.readyCpuSeconds = readyCpuSeconds;
    child.on('message', (message: Message) => this.#receive(message));
  }

  /** Resolves when the engine answers requests. `readyMs` counts from the start of the process. */
  static launch(file: string): Promise<Subject> {
    const startedAt = performance.now();
    const child = fork(new URL('./server.ts', import.meta.url), [file], {
      execArgv: ['--expose-gc'],
      // A first start compiles the engine's modules, later ones find them compiled.
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(file), 'compiled') },
    });
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
      child.once('message', (message: Message) => {
        if (message.kind !== 'ready') return;
        const readyMs = performance.now() - startedAt;
        resolve(new Subject(child, message.port, readyMs, message.cpuSeconds));
      });
    });
  }

  #receive(message: Message): void {
    if (message.kind === 'tokens') this.onTokens(message.name, message.tokens);
    else if (message.kind === 'end') this.onEnd(message.name, message.status);
    else if (message.kind === 'resources') this.#onResources(message);
  }

  /** @param collect whether to collect garbage first, for figures of memory */
  resources(collect = false): Promise<Resources> {
    return new Promise((resolve) => {
      this.#onResources = resolve;
      this.#child.send({ kind: 'resources', collect });
    });
  }

  /** Returns the machine's ARN. */
  async createMachine(name: string, definition: object): Promise<string> {
    const created = await this.call('CreateStateMachine', {
      name,
      definition: JSON.stringify(definition),
      roleArn: 'arn:aws:iam::000000000000:role/bench',
    });
    return String(created.stateMachineArn);
  }

  /** A call of the Step Functions API. */
  call(action: string, input: object): Promise<Record<string, unknown>> {
    const body = JSON.stringify(input);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `AWSStepFunctions.${action}`,
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const answer = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
            if (response.statusCode === 200) resolve(answer);
            else reject(new Error(`${action}: ${JSON.stringify(answer)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Ends the process as a power cut would. */
  kill(): Promise<void> {
    this.#agent.destroy();
    this.#child.removeAllListeners('exit');
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.kill('SIGKILL');
    });
  }
}
