/** The few globals beyond ECMAScript that browsers, workers and Node share and core may use. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  const Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
}
declare class ReadableStream<T> {
  readonly locked: boolean;
  constructor(source: { pull(controller: StreamController<T>): Promise<void> });
}
declare interface StreamController<T> {
  enqueue(chunk: T): void;
  close(): void;
}
declare class WritableStream<T> {
  readonly locked: boolean;
  constructor(sink: { write(chunk: T): void });
}
declare function btoa(text: string): string;
declare function atob(text: string): string;
