/**
 * The little of Papa Parse that is used. `@types/papaparse` brings in Node's types and the DOM's,
 * which would make every impure global visible to core.
 */
declare module 'papaparse/papaparse.min.js' {
  interface Row {
    readonly data: readonly string[];
    readonly errors: readonly unknown[];
    /** Where the next row begins. */
    readonly meta: { readonly cursor: number };
  }
  interface Parser {
    abort(): void;
  }
  const Papa: {
    /** Synchronous, since the input is a string: one step per row. */
    parse(
      input: string,
      config: {
        readonly delimiter: string;
        readonly newline: '\n';
        readonly header: false;
        readonly step: (row: Row, parser: Parser) => void;
      },
    ): void;
    /** Rows as CSV, lines separated by CR LF and none after the last. */
    unparse(
      rows: readonly (readonly (string | number | null)[])[],
      config: {
        /** Text cells that match get an apostrophe in front. */
        readonly escapeFormulae: RegExp;
      },
    ): string;
  };
  export default Papa;
}
