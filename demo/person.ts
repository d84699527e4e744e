import { randomUUID } from 'node:crypto';
import type { Problem } from '../workflows/shared/fault.ts';

/** An answer of the platform: its status, ETag and JSON body. */
export interface Reply<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: T;
}

/** A request that the platform refused, with its problem details (RFC 9457). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    // The gateway itself refuses without problem details: a route that does not exist, a function that took too long.
    super(`${status} ${problem.code ? `${problem.code}: ${problem.en}` : JSON.stringify(problem)}`);
    this.problem = { ...problem, status };
  }
}

interface WriteOptions {
  /** What was read of the thing that is written. */
  readonly etag?: string | null;
  readonly key?: string;
}

/** Somebody who has signed in with a demonstration account. */
export class Person {
  readonly #origin: string;
  readonly #token: string;

  private constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** Signs in by the password grant of the local issuer (demonstration accounts only). */
  static async signIn(origin: string, username: string, password = 'demo'): Promise<Person> {
    const reply = await fetch(`${origin}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'cli', username, password }),
    });
    const body = (await reply.json()) as { access_token?: string };
    if (!body.access_token) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
    return new Person(origin, body.access_token);
  }

  async get<T>(path: string): Promise<Reply<T>> {
    return this.#send<T>('GET', path, {});
  }

  /** Posts once: the Idempotency-Key makes a repetition harmless. */
  async post<T>(path: string, body: unknown, options: WriteOptions = {}): Promise<Reply<T>> {
    return this.#write('POST', path, body, options);
  }

  /** Puts once, as {@link post}. */
  async put<T>(path: string, body: unknown, options: WriteOptions = {}): Promise<Reply<T>> {
    return this.#write('PUT', path, body, options);
  }

  async #write<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<Reply<T>> {
    return this.#send<T>(
      method,
      path,
      {
        'content-type': 'application/json',
        'idempotency-key': options.key ?? randomUUID(),
        ...(options.etag ? { 'if-match': options.etag } : {}),
      },
      JSON.stringify(body),
    );
  }

  /** A file, and the page its `Link` header names for its present status, if any. */
  async download(path: string): Promise<{ content: Buffer; statusPage: string | undefined }> {
    const reply = await fetch(this.#origin + path, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!reply.ok) throw new Refusal(reply.status, (await reply.json()) as Problem);
    const statusPage = /<([^>]+)>; rel="status"/.exec(reply.headers.get('link') ?? '')?.[1];
    return { content: Buffer.from(await reply.arrayBuffer()), statusPage };
  }

  /** A page of text, and the path of the next one (RFC 8288). */
  async page(path: string): Promise<{ text: string; next: string | undefined }> {
    const reply = await fetch(this.#origin + path, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!reply.ok) throw new Refusal(reply.status, (await reply.json()) as Problem);
    const next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1];
    return { text: await reply.text(), next };
  }

  async #send<T>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Reply<T>> {
    const reply = await fetch(this.#origin + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new Refusal(reply.status, answer as Problem);
    return { status: reply.status, etag: reply.headers.get('etag'), body: answer as T };
  }
}
