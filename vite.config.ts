import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/vite/csp.ts';
import { corpora } from './scripts/vite/corpora.ts';
import { embedInNode } from './tests/embed-in-node.ts';

export default defineConfig({
  base: './',
  plugins: [svelte(), corpora(), contentSecurityPolicy()],
  resolve: {
    // The default build of ONNX Runtime carries WebGPU: twice the size, and slower on WASM.
    alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' },
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // In development ONNX Runtime finds its WebAssembly beside its script, which must stay where it is.
    exclude: ['@xenova/transformers', 'onnxruntime-web'],
    // Found late, these would reload the page.
    include: [
      '@huggingface/tokenizers',
      '@noble/hashes/sha2.js',
      '@zip.js/zip.js/lib/zip-core-reader.js',
      'comlink',
      'idb',
      'papaparse/papaparse.min.js',
      'pdfjs-dist/build/pdf.mjs',
      'pdfjs-dist/build/pdf.worker.mjs',
      'stemmer',
    ],
  },
  build: {
    target: 'es2024',
    // Inlined assets would be `data:` URLs, which the policy forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // The second page is the frame that downloads models.
      input: ['index.html', 'hub.html'],
      checks: { bundlerTimings: false },
    },
    reportCompressedSize: false,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // First, alone and on every core: the browser has none of its own to spare.
          sequence: { groupOrder: 0 },
          maxWorkers: '100%',
          // Files share a process and what it has loaded: to load it anew took a quarter of the time.
          isolate: false,
          // Cores may be shared with others: a time limit is for what hangs, not for what is slow.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Beside the end-to-end tests: a file of either at a time, each in a browser of its own.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { embedInNode },
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                ...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
                // WebGPU on a machine without a graphics processor: correct, and slow.
                args: ['--no-sandbox', '--enable-unsafe-webgpu'],
              },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/e2e/setup.ts',
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
