import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const built = fileURLToPath(new URL('../dist/web', import.meta.url));

/** What is smaller than this is sent as it is. */
const compressedFrom = 1_000;

/** Files never change once built, so they are compressed once, as well as can be, and not for each who asks. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(html|js|css|svg|json)$/.test(name)) continue;
      const bytes = readFileSync(join(built, name));
      if (bytes.length < compressedFrom) continue;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(join(built, `${name}.br`), brotliCompressSync(bytes, { params }));
      writeFileSync(join(built, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** Builds the pages; `npm start` does so before it serves them. The default export is what Vite reads. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [compressed],
  logLevel: 'warn',
  build: {
    outDir: built,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // antd marks what runs in a browser for servers that render pages; there is none here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
