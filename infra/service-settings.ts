import type { Construct } from 'constructs';
import { PublicKeys } from '../workflows/shared/public-routes.ts';
import type { MailSettings } from './function-access.ts';
import { setting } from './setting.ts';

/** What functions must be told of a deployment, each a parameter of the stacks whose functions ask for it. */
export function serviceSettings(scope: Construct) {
  return {
    publicBaseUrl: setting(
      scope,
      'PublicBaseUrl',
      'Address under which people reach the platform',
      'publicBaseUrl',
    ),
    mail: once(() => mailSettings(scope)),
    malwareScan: once(() => malwareScan(scope)),
    patentRegistry: once(() =>
      setting(
        scope,
        'PatentRegistryUrl',
        'Service that keeps the registry of patents; empty: the register loaded from files',
        'patentRegistryUrl',
        { otherwise: '' },
      ),
    ),
    webhookTargets: once(() => webhookTargets(scope)),
    otherPublicKeys: once(() => otherPublicKeys(scope)),
    originSecret: once(() => originSecret(scope)),
  };
}

/** A parameter is in a stack only if something there asks for it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function mailSettings(scope: Construct): MailSettings {
  return {
    sender: setting(
      scope,
      'MailSender',
      'Address that mails come from; empty: no mail is sent',
      'mailSender',
      { otherwise: '' },
    ),
    identity: setting(
      scope,
      'MailIdentity',
      'Identity verified in SES for it: the address itself or its domain',
      'mailIdentity',
      { otherwise: 'none' },
    ),
  };
}

/** Without a scanner the platform takes no attachments, rather than unscanned ones. */
function malwareScan(scope: Construct): string {
  return setting(
    scope,
    'MalwareScan',
    'Who scans attachments: GuardDuty Malware Protection for S3, to be turned on for uploads/ of the bucket, or nobody',
    'malwareScan',
    { otherwise: 'not-configured', allowedValues: ['guardduty', 'not-configured', 'eicar-stub'] },
  );
}

/** The bank simulator listens on this machine; on AWS nothing that an institution names may lead inside. */
function webhookTargets(scope: Construct): string {
  return setting(
    scope,
    'WebhookTargets',
    'Where messages to institutions may go: public addresses by https, or this machine too (npm start)',
    'webhookTargets',
    { otherwise: 'public', allowedValues: ['public', 'public-and-loopback'] },
  );
}

/** A wrong one would leave nobody able to verify anything: what the context says is checked here. */
function otherPublicKeys(scope: Construct): string {
  const given: unknown = scope.node.tryGetContext('otherPublicKeys');
  if (typeof given === 'string') PublicKeys.parse(JSON.parse(given));
  return setting(
    scope,
    'OtherPublicKeys',
    'JSON array of the public keys (JWK) that signed earlier or will sign next, published beside the present one',
    'otherPublicKeys',
    { otherwise: '[]' },
  );
}

/** The same for the distribution, which sends it, and for functions, which believe who sends it. */
export function originSecret(scope: Construct): string {
  return setting(
    scope,
    'OriginSecret',
    'What only the distribution and the functions know, so that nobody else can name another caller than itself',
    'originSecret',
    { minLength: 16, noEcho: true },
  );
}
