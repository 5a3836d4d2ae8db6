/** The little of mammoth that is used; its own types bring in Node's. */
declare module 'mammoth/mammoth.browser.min.js' {
  const mammoth: {
    convertToHtml(
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly convertImage: unknown; readonly externalFileAccess: false },
    ): Promise<{ readonly value: string }>;
    readonly images: {
      imgElement(attributes: () => Promise<{ readonly src: string }>): unknown;
    };
  };
  export default mammoth;
}
