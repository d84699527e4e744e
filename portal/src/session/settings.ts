import * as z from 'zod';

/** What the deployment tells the portal (infra/portal-files.ts). */
const Settings = z.object({ issuer: z.url(), clientId: z.string().min(1) });
export type Settings = z.infer<typeof Settings>;

/** @throws where the address does not serve a portal as it was deployed */
export async function readSettings(): Promise<Settings> {
  const response = await fetch('/settings.json');
  return Settings.parse(await response.json());
}
