/** The little of PDF.js that is used; its own types bring in the DOM's. */
declare module 'pdfjs-dist/build/pdf.mjs' {
  interface TextItem {
    readonly str: string;
    readonly hasEOL: boolean;
    /** Of its font, in points. */
    readonly height: number;
    /** The last two numbers are its place: x, y upwards, in points. */
    readonly transform: readonly number[];
  }
  interface TextMark {
    readonly type: string;
  }
  interface Page {
    getTextContent(): Promise<{ readonly items: readonly (TextItem | TextMark)[] }>;
    cleanup(): boolean;
  }
  interface Pdf {
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
    getMetadata(): Promise<{ readonly info: unknown }>;
  }
  export function getDocument(options: {
    readonly data: Uint8Array;
    readonly disableFontFace: true;
    readonly enableXfa: false;
    readonly stopAtErrors: false;
    readonly useSystemFonts: false;
    readonly useWasm: false;
    readonly useWorkerFetch: false;
    readonly verbosity: 0;
  }): { readonly promise: Promise<Pdf>; destroy(): Promise<void> };
}

/** Defines `globalThis.pdfjsWorker`, by which PDF.js parses in the thread that calls it. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
