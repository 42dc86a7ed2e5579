import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer's build: one page, every asset beside it, no address outside it. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../build/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 4000,
  },
});
