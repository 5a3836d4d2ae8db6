declare module 'virtual:parable-corpora' {
  interface CorpusUrls {
    readonly texts: string;
    readonly vectors: string;
  }
  export const demo: CorpusUrls;
  export const reference: CorpusUrls;
}
