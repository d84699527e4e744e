/** What the clock of the runtime says, which may be a virtual one. @throws the connection's error, with its `code` */
export async function runtimeTime(gatewayPort: number): Promise<Date> {
  const response = await fetch(`http://127.0.0.1:${gatewayPort}/local/clock`).catch((error: Error) => {
    throw error.cause ?? error;
  });
  const { now } = (await response.json()) as { readonly now: string };
  return new Date(now);
}
