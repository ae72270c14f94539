import { defineConfig } from 'vite'

// The packages are taken as a vendor gets them: built, by their public entry points.
export default defineConfig({
  base: './',
  build: { outDir: 'dist', target: 'es2022' },
})
