/** A request as anybody may send it: nothing is added that is not told here. */
export interface RawRequest {
  readonly method?: string;
  /** With its query. */
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is text, else as JSON with its content type. */
  readonly body?: unknown;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

export async function sendRaw(origin: string, request: RawRequest): Promise<RawReply> {
  const { method = request.body === undefined ? 'GET' : 'POST', path, token, body } = request;
  const asIs = body === undefined || typeof body === 'string';
  const reply = await fetch(origin + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(asIs ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, json: jsonOf(text) };
}

/** An access token of the local issuer for a demonstration account. */
export async function tokenOf(origin: string, username: string): Promise<string> {
  const { json } = await sendRaw(origin, {
    path: '/oidc/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'cli',
      username,
      password: 'demo',
    }).toString(),
  });
  const token = (json as { access_token?: string } | undefined)?.access_token;
  if (token === undefined) throw new Error(`${username} cannot sign in`);
  return token;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
