import { WebStorageStateStore } from 'oidc-client-ts';
import type { PropsWithChildren } from 'react';
import { AuthProvider } from 'react-oidc-context';
import type { Settings } from './settings.ts';

/** Where one was before signing in, which one comes back to. */
export interface ReturnTo {
  readonly to: string;
}

/** Routes that machines of institutions call, too, ask for a scope; what a person may do is said by who they are. */
const SCOPE = 'openid deliveries:read deliveries:answer products:write';

interface Props extends PropsWithChildren {
  readonly settings: Settings;
  readonly onReturn: (to: string) => void;
}

/** OpenID Connect: authorization code with PKCE. The session lives as long as the tab; the issuer remembers who one is. */
export function Session({ settings, onReturn, children }: Props) {
  return (
    <AuthProvider
      authority={settings.issuer}
      client_id={settings.clientId}
      redirect_uri={`${location.origin}/`}
      post_logout_redirect_uri={`${location.origin}/`}
      scope={SCOPE}
      automaticSilentRenew={false}
      userStore={new WebStorageStateStore({ store: sessionStorage })}
      onSigninCallback={(user) => onReturn((user?.state as ReturnTo | undefined)?.to ?? '/')}
    >
      {children}
    </AuthProvider>
  );
}
