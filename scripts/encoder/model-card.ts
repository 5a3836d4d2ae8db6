import { COMPONENTS } from './components.ts';
import { SOURCE } from './source.ts';

/** Pooled Spearman × 100 on the STS sets, and the revision that they were measured on. */
const MEASURED = { revision: '3d79f10b7ec1e7ba', sts2012: 43.7, sts2015: 72.9 };

export interface CardFacts {
  readonly name: string;
  readonly revision: string;
  readonly words: number;
  readonly bytes: number;
}

/** The README beside the model: what it is, how it was made, from what, how good it is. */
export function modelCard({ name, revision, words, bytes }: CardFacts): string {
  const quality =
    revision === MEASURED.revision
      ? `| Set | Spearman × 100, all pairs of the year pooled |
| --- | --- |
| STS 2012 | ${MEASURED.sts2012.toFixed(1)} |
| STS 2015 | ${MEASURED.sts2015.toFixed(1)} |

The number of removed components was chosen on these two sets.`
      : 'Not measured for this revision.';
  return `# ${name}

A static English text encoder: one vector per word, a text is the weighted mean of its words at
unit length. It is what Parable uses where no other model can be had: small, fast, and of modest
quality.

- ${words.toLocaleString('en')} words, ${SOURCE.dims} dimensions, int8; ${(bytes / 1e6).toFixed(1)} MB
- revision \`${revision}\` (SHA-256 over the weights and the tokenizer)
- format: model2vec (\`tokenizer.json\`, \`model.safetensors\` with \`embeddings\` and \`weights\`,
  \`config.json\`)

## How it was made

\`npm run build:encoder\` makes the same bytes each time:

1. The ${words.toLocaleString('en')} most frequent words of the source that BERT's basic tokenizer can yield.
2. Smooth inverse frequency weights a / (a + p), a = 0.001 (Arora, Liang, Ma, ICLR 2017); p from the
   word's rank by Zipf's law.
3. The mean word and ${COMPONENTS} common components removed (Mu & Viswanath, arXiv:1702.01417), fitted on the
   vocabulary weighted by p.
4. Rows rounded to 8 bits, each on its own scale; scale × weight is the tensor \`weights\`.

## Sources and licences

- \`${SOURCE.name}\` ${SOURCE.version}, npm, MIT licence, © 2024 GRAYPE Systems Private Limited. Its notice is in \`LICENSE\`.
  Derived from
- GloVe 6B (Wikipedia 2014 + Gigaword 5), Pennington, Socher, Manning, EMNLP 2014; Public Domain
  Dedication and License 1.0.

## Quality

${quality}

## Limits

- English only. Word order, and with it negation, is invisible: "did not obey" is "obey".
- Unknown words count for nothing: numbers, the words "a" and "I", rare names, words newer than 2014.
- The words' company in news and encyclopaedia text, with its stereotypes, is what the vectors hold.
`;
}
