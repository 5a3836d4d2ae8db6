import type { Machine } from '../core/encoders/pool-size.ts';

/** Memory taken for granted where the browser does not tell, GiB. */
const UNTOLD_MEMORY = 4;

/** What the browser tells of the machine. */
export function thisMachine(): Machine {
  const { hardwareConcurrency: cores, deviceMemory: memory } = navigator as Navigator & {
    readonly deviceMemory?: number;
  };
  return { cores, memory: memory ?? UNTOLD_MEMORY };
}

/**
 * Whether there is a graphics processor, by WebGPU, that is not the processor in disguise, in a browser
 * with JavaScript Promise Integration, which the runtime for it needs.
 */
export async function hasGraphics(): Promise<boolean> {
  if (!('Suspending' in WebAssembly) || !('gpu' in navigator)) return false;
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  return adapter !== null && !adapter.info.isFallbackAdapter;
}
