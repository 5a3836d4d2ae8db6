import analysis from '../../workers/analysis.ts?worker&url';
import encoder from '../../workers/encoder.ts?worker&url';
import ingest from '../../workers/ingest.ts?worker&url';
import layout from '../../workers/layout.ts?worker&url';

const URLS = { analysis, encoder, ingest, layout };

type WorkerName = keyof typeof URLS;

/**
 * Starts a worker from a blob that imports its script. A worker loaded by URL ignores the page's
 * `<meta>` policy; one started from a blob inherits it, so that no worker can reach another origin.
 */
export function spawn(name: WorkerName): Worker {
  const script = new URL(URLS[name], document.baseURI).href;
  const source = new Blob([`import ${JSON.stringify(script)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(source);
  const worker = new Worker(url, { type: 'module', name });
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
