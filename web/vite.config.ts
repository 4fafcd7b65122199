import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  // English by its usual name: react-aria looks for it there, whatever country the page speaks it for.
  plugins: [{ ...optimizeLocales.vite({ locales: ['pt-PT', 'en-US'] }), enforce: 'pre' }, react()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // What is small would become a data: address, which the pages' policy refuses.
    assetsInlineLimit: 0,
    // A test weighs the first page by it.
    manifest: true,
    modulePreload: { polyfill: false },
    // One file of styles, and one of what pages share beside that of the page: each further file is a request that the first picture waits for.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 2 },
            { name: 'shared', test: /rolldown.runtime/ },
          ],
        },
      },
    },
  },
  // For work on the pages: `npx vite web`, beside a running `prodplan serve`.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
