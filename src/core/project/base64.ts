/** Characters put together at once: more would exceed what a call takes as arguments. */
const SLICE = 2 ** 13;

/** Numbers as base64 of their little-endian float32 bytes. */
export function toBase64(values: Float32Array<ArrayBuffer>): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = '';
  for (let start = 0; start < bytes.length; start += SLICE) {
    text += String.fromCharCode(...bytes.subarray(start, start + SLICE));
  }
  return btoa(text);
}

/** @throws if the text is no base64 of whole float32 numbers */
export function fromBase64(text: string): Float32Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}
