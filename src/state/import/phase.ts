/** Where an import stands; counts are of files while reading, of documents while adding. */
export type ImportPhase =
  | { readonly at: 'closed' }
  | { readonly at: 'choosing' }
  | {
      readonly at: 'reading';
      readonly done: number;
      readonly total: number;
      /** Documents. */
      readonly found: number;
    }
  | { readonly at: 'preview' }
  | { readonly at: 'adding'; readonly done: number; readonly total: number };
