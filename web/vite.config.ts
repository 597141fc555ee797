import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const room = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: room,
  plugins: [react(), packed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first to know light-dark() and popovers as they are; rewritten for older ones, the exported pictures lose their theme.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // The server's content policy allows files of its own only, so nothing is folded into data addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: [firstScript()] } },
      checks: { pluginTimings: false },
    },
  },
  server: {
    port: 4181,
    proxy: { '/api': 'http://127.0.0.1:4180', '/openapi.json': 'http://127.0.0.1:4180' },
  },
});

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/**
 * All that every page needs before it shows anything, in one script. Left to itself the bundler gives each set of pages that
 * share something a script of its own, and a dozen small ones compress worse than one.
 */
function firstScript() {
  const first = new Set<string>();
  const take = (id: string, modules: Modules) => {
    if (first.has(id)) return;
    first.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) take(imported, modules);
  };
  return {
    debugName: 'first',
    name(id: string, modules: Modules) {
      take(join(room, 'main.tsx'), modules);
      return first.has(id) ? 'first' : null;
    },
  };
}

/** Beside each file its packed forms, which the server sends as they are. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(?:js|css|svg|html)$/.test(name))) {
        const path = join(dir, file);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
