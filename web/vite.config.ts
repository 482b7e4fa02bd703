import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The styles use light-dark() as it stands: one declaration a colour for both themes.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // Nothing inlined: the desk's Content-Security-Policy allows its own files only.
    assetsInlineLimit: 0,
  },
  json: { stringify: true },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
});
