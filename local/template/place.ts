/** Where the template is taken to be deployed: what the pseudo parameters and ARNs are made of. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
  /** Origin of the gateway (`http://127.0.0.1:4700`): stands for every API endpoint. */
  readonly origin: string;
  /** Origin of the emulated services (`http://127.0.0.1:4701`): queue URLs point there. */
  readonly servicesOrigin: string;
}

/** Account and region of an assembly that was synthesized for any environment. */
export const DEFAULT_ACCOUNT_ID = '000000000000';
export const DEFAULT_REGION = 'ap-east-1';

/** The partition and domain follow from the region, as on AWS. */
export function placeIn(
  accountId: string,
  region: string,
  origins: Pick<Place, 'origin' | 'servicesOrigin'>,
): Place {
  const china = region.startsWith('cn-');
  return {
    accountId,
    region,
    partition: china ? 'aws-cn' : 'aws',
    urlSuffix: china ? 'amazonaws.com.cn' : 'amazonaws.com',
    origin: origins.origin,
    servicesOrigin: origins.servicesOrigin,
  };
}

/** `arn:<partition>:<service>:<region>:<account>:<resource>`; `global` services (iam, s3) leave the region out. */
export function arnOf(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.accountId}:${resource}`;
}
