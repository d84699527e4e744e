import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Chromium of Debian, and a typeface for Chinese. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Where Chromium is: `CHROMIUM`, the usual places, or installed from Debian where that is missing and one may.
 * @throws with what to do
 */
export function chromiumPath(): string {
  const found = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return '/usr/bin/chromium';
  }
  throw new Error(
    `The tests of the portal need Chromium. Install it (Debian: apt-get install ${PACKAGES.join(' ')}) or name it in CHROMIUM.`,
  );
}
