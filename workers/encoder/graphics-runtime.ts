/** Where Transformers.js looks for a build of ONNX Runtime before it takes its own. */
const GIVEN = Symbol.for('onnxruntime');

/**
 * Puts the build of ONNX Runtime with WebGPU in place, before Transformers.js is loaded: a worker stays
 * with the build that it loaded first. It is larger than the one for processors, and slower there, so it
 * is downloaded for that device alone. Of the two that have WebGPU it is the one that waits by JavaScript
 * Promise Integration, which has two thirds of the other's size.
 */
export async function useGraphicsRuntime(): Promise<void> {
  Object.assign(globalThis, { [GIVEN]: await import('onnxruntime-web/jspi') });
}
