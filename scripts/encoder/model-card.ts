import { COMPONENTS } from './components.ts';
import { TUNING } from './contrast.ts';
import { SOURCE } from './source.ts';
import { VOCABULARY_SIZE } from './vocabulary.ts';

/** Pooled Spearman × 100 on the STS sets, and the revision that they were measured on. */
const MEASURED = { revision: '94d5890c87ad4afc', sts2012: 61.0, sts2015: 78.9 };

export interface CardFacts {
  readonly name: string;
  readonly revision: string;
  readonly tokens: number;
  readonly bytes: number;
}

/** The README beside the model: what it is, how it was made, from what, how good it is. */
export function modelCard({ name, revision, tokens, bytes }: CardFacts): string {
  const quality =
    revision === MEASURED.revision
      ? `| Set | Spearman × 100, all pairs of the year pooled |
| --- | --- |
| STS 2012 | ${MEASURED.sts2012.toFixed(1)} |
| STS 2015 | ${MEASURED.sts2015.toFixed(1)} |

STS 2012 without its set OnWN. Nothing was trained on them, but these were chosen on them, each from
two to five spaced values: a, the number of components and what they are fitted on, the
temperature, the rate, the pull, the length of numbers' own parts, and the kinds of pairs. Expect
somewhat less elsewhere.`
      : 'Not measured for this revision.';
  return `# ${name}

A static English text encoder: one vector per word or piece of a word, a text is the weighted mean of
its words at unit length. It is what Parable uses where no other model can be had: small, fast, and
of modest quality.

- ${tokens.toLocaleString('en')} tokens, ${SOURCE.dims} dimensions, int8; ${(bytes / 1e6).toFixed(1)} MB
- revision \`${revision}\` (SHA-256 over the weights and the tokenizer)
- format: model2vec (\`tokenizer.json\`, \`model.safetensors\` with \`embeddings\` and \`weights\`,
  \`config.json\`)

## How it was made

\`npm run build:encoder -- --ppdb FILE\` makes the same bytes each time:

1. All words of the source that BERT's basic tokenizer can yield. The source lacks numbers and single
   letters: a number up to 2099 gets the mean of number words and a random vector of its own, a
   letter a random vector, "a" that of "an", "i" that of "me".
2. Smooth inverse frequency weights a / (a + p), a = 0.001 (Arora, Liang, Ma, ICLR 2017); p from the
   word's rank by Zipf's law.
3. The mean word and ${COMPONENTS} common components removed (Mu & Viswanath, arXiv:1702.01417), fitted on the
   vocabulary weighted by p.
4. Contrastive tuning on paraphrases: symmetric InfoNCE with ${TUNING.batch} pairs a batch, temperature
   ${TUNING.temperature}, ${TUNING.epochs} epochs of Adagrad, and a pull to the vectors of step 3.
5. The ${VOCABULARY_SIZE.toLocaleString('en')} most frequent words are kept. From the others pieces of words are learned by ridge
   regression, so that the beginning of a word and its pieces add up to the word; numbers go on by
   digits.
6. Rows rounded to 8 bits, each on its own scale, which is the tensor \`weights\` and carries the weight.

## Sources and licences

- \`${SOURCE.name}\` ${SOURCE.version}, npm, MIT licence, © 2024 GRAYPE Systems Private Limited. Its notice is in \`LICENSE\`.
  Derived from
- GloVe 6B (Wikipedia 2014 + Gigaword 5), Pennington, Socher, Manning, EMNLP 2014; Public Domain
  Dedication and License 1.0.
- PPDB 1.0 (Ganitkevitch, Van Durme, Callison-Burch, NAACL 2013), lexical XXXL, the subset prepared for
  the monolingual word aligner (Sultan, Bethard, Sumner, 2015); Creative Commons Attribution 3.0
  (https://creativecommons.org/licenses/by/3.0/). Changed: only pairs of known words are used, and
  only to tune vectors; no pair is contained.

## Quality

${quality}

## Limits

- English only. Word order, and with it negation, is invisible: "did not obey" is "obey".
- Punctuation, symbols and words with letters beyond a–z (after accents are stripped) count for
  nothing. A text of nothing else is a vector of zeros and is flagged so.
- A number is like any other number, and itself: the vectors know nothing of its size.
- A word outside of the vocabulary means what its beginning and its pieces mean, which is a guess.
- The words' company in news and encyclopaedia text, with its stereotypes, is what the vectors hold.
`;
}
