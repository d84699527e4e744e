import { ReadProgramme } from '../../workflows/patent-funding/programmes/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { noSuchVersion } from './programmes/change-programme.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

/** A programme with all its versions, for the office. */
export async function readProgramme(
  { params: { programmeId } }: RouteInput<typeof ReadProgramme>,
  { programmes }: Pick<FundingServices, 'programmes'>,
): Promise<RouteReply<typeof ReadProgramme>> {
  const record = await programmes.read(programmeId);
  if (record === undefined) throw noSuchVersion();
  return { body: record, version: record.revision };
}

export const handler = route(ReadProgramme, readProgramme, fundingServices);
