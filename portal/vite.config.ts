import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { routeFacts } from './route-facts.ts';

/** `vite portal` serves it under development against a platform that runs (`npm start`). */
const PLATFORM = 'http://127.0.0.1:4700';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), routeFacts],
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'portal'),
    emptyOutDir: true,
    target: 'es2023',
    // antd's modules are imported by many pages; what is large is loaded by the route that shows it.
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/verify', '/oidc', '/local', '/settings.json', '/openapi.json'].map((path) => [
        path,
        PLATFORM,
      ]),
    ),
  },
});
