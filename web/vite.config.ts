import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first to know light-dark() and popovers as they are; rewritten for older ones, the exported pictures lose their theme.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // The server's content policy allows files of its own only, so nothing is folded into data addresses.
    assetsInlineLimit: 0,
  },
  server: {
    port: 4181,
    proxy: { '/api': 'http://127.0.0.1:4180', '/openapi.json': 'http://127.0.0.1:4180' },
  },
});
