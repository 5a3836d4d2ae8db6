/** What a number means, for whoever meets it first; docs/methods.md has the whole of it. */
export interface Explanation {
  readonly title: string;
  /** In plain words, a paragraph each. */
  readonly plain: readonly string[];
  /** As it is computed. */
  readonly formula: string;
  /** What it must not be taken for. */
  readonly caution: string;
}

export const EXPLANATIONS = {
  trustworthiness: {
    title: 'Trustworthiness',
    plain: [
      'Whether marks that are near on the map are near in the full space. Each mark on the map that is near without being a neighbour takes something off, the more the further away it truly is. 1 means that no mark is near by mistake.',
    ],
    formula: 'T(k) = 1 − 2 / (nk(2n − 3k − 1)) Σᵢ Σ over false neighbours j of (r(i, j) − k)',
    caution: 'Marks that the map tears apart do not lower it: continuity tells of those.',
  },
  continuity: {
    title: 'Continuity',
    plain: [
      'Whether neighbours in the full space are still near on the map. Each neighbour that the map puts elsewhere takes something off, the more the further away it is drawn. 1 means that no neighbours were torn apart.',
    ],
    formula: 'as trustworthiness, with map and full space changed over',
    caution: 'Marks that are near on the map by mistake do not lower it: trustworthiness does.',
  },
  'neighbours-kept': {
    title: 'Neighbours kept',
    plain: [
      'Of the marks nearest to a mark on the map, the share that are also nearest to it in the full space. It colours each mark, and the mean is over all of them.',
    ],
    formula: '|nearest k on the map ∩ nearest k in the full space| / k',
    caution:
      'It counts a near miss as a miss. With hundreds of marks in two dimensions a third is much.',
  },
  'neighbourhood-hit': {
    title: 'Own group among neighbours',
    plain: [
      'The share of a mark’s nearest that are of its own group: on the map, and in the full space. Where the map has more, it draws groups further apart than they are; where it has less, it mixes what is apart. A difference within twice its standard error is taken for chance.',
    ],
    formula:
      'mean over marks of the share of the k nearest that have the same group; standard error of the difference sd(d) / √n, d of each mark',
    caution: 'High in the full space means that groups differ, not in what.',
  },
  stability: {
    title: 'Other seeds',
    plain: [
      'UMAP draws random numbers. Five more maps from other numbers show how much of the picture is theirs: how many of a mark’s nearest it has in both, and how far the two shapes are apart once one is turned onto the other.',
    ],
    formula:
      'mean overlap of the 15 nearest; Procrustes disparity 1 − (Σσ)² of both pictures at unit size',
    caution: 'What every seed shows can still be wrong: stability is not faithfulness.',
  },
  relatedness: {
    title: 'Relatedness',
    plain: [
      'Each passage of the scenario looks for the passage of the document that is closest to it in meaning. The mean of those cosines is how closely the two relate; the pairs of passages are the evidence that is shown.',
    ],
    formula: 's(D, S) = mean over p in S of max over q in D of cos(p, q)',
    caution:
      'A cosine has no scale of its own: it depends on the encoder and on how long the document is. That is why it is never shown without the percentile.',
  },
  percentile: {
    title: 'Closer than so many of 100 neutral texts',
    plain: [
      'The same number is computed for stretches of neutral texts that are as long as the document: news, recipes, letters, manuals and other writing without AI or ethics in it. The percentile is the share of those that the document is closer than.',
      'Its interval says how much that share could move if other neutral texts had been chosen.',
    ],
    formula:
      'percentile = (neutral stretches below + ½ of those equal) / all; 95 % interval by drawing the neutral texts anew 999 times',
    caution:
      'One in twenty unrelated documents is above 95 by chance. The sentence above each list says how many are, against how many chance would put there.',
  },
  wording: {
    title: 'Shared wording',
    plain: [
      'How much the two texts use the same content words, rare ones counting more. 0 means none, 1 the same words in the same shares. The shared words are listed and underlined.',
    ],
    formula:
      'cosine of TF-IDF vectors over stems; idf = ln((1 + n) / (1 + df)) + 1 over neutral texts and corpus',
    caution: 'It sees words only: two texts can share a setting without sharing its words.',
  },
  agreement: {
    title: 'Agreement of two encoders',
    plain: [
      'Each encoder puts the documents in an order of closeness to a scenario. Kendall’s τ compares two orders: 1 if they are the same, 0 if one says nothing of the other, −1 if one is the other backwards. It is averaged over the scenarios.',
      'Beside it stands how many of a document’s ten nearest documents are the same by both.',
    ],
    formula:
      'τ-b = (pairs in the same order − pairs in opposite orders) / √(pairs untied by one · pairs untied by the other); interval by leaving out each document in turn',
    caution:
      'Encoders have read much the same texts, so agreeing is no proof. A pair that is related by all of them only does not hang on the choice of one.',
  },
  bm25: {
    title: 'BM25',
    plain: [
      'How a search engine would rank the document for the words of the scenario. Beside shared wording it is a second opinion that counts repeated words less and corrects for length.',
    ],
    formula: 'Okapi BM25, k₁ = 1.2, b = .75, the scenario as the query',
    caution: 'It has no upper end and can be compared within one scenario only.',
  },
  surplus: {
    title: 'Beyond shared wording',
    plain: [
      'Part of being close is using the same words. Among the neutral texts, closeness is predicted from shared wording; the surplus says how far the document lies above what its own wording predicts, as the share of neutral texts that lie less far above.',
    ],
    formula:
      'residual of s regressed on √TF-IDF over the neutral stretches; its percentile among theirs',
    caution:
      'It takes shared words out, not a shared setting, and it is no evidence of shared values. Where words explain only a few per cent of closeness, it says little more than the percentile does.',
  },
  'little-wording': {
    title: 'Related with little shared wording',
    plain: [
      'A document that is closer to the scenario than 95 of 100 neutral texts, although no passage of the scenario shares more than two content words with its best match and the whole document shares no more wording than a neutral text usually does.',
    ],
    formula:
      'percentile > .95, at most 2 shared content words per pair of passages, TF-IDF ≤ median of the neutral texts',
    caution: 'It says that words do not explain the relation, not what does.',
  },
  leakage: {
    title: 'Quotes the test',
    plain: [
      'The document repeats part of the scenario: the same 13 words in a row, much the same runs of 8 words, or a passage of nearly the same meaning and substance. It is then not unrelated to the test, and what is said of the pair must say so.',
    ],
    formula:
      'a shared 13-word run, contained 8-grams, or an uncorrected cosine ≥ .97 between passages',
    caution: 'A paraphrase that changes enough words is not noticed.',
  },
  'corpus-percentile': {
    title: 'Among the documents here',
    plain: [
      'The share of the other training documents of this corpus that the document is closer than. It answers another question than the percentile against neutral texts, and moves with whatever else is loaded.',
    ],
    formula:
      'as the percentile, with the corpus as background; the document, its twin and documents that quote the test left out; from 30 documents on',
    caution:
      'In a corpus about one subject everything is near everything, and half is below the median.',
  },
  hubs: {
    title: 'Hubs',
    plain: [
      'Some vectors lie near everything and turn up at the top of many lists. The order “without hubs” takes away what a document has in common with all scenarios, and what a scenario has in common with all documents.',
    ],
    formula:
      'CSLS = 2 s − mean s of the nearest scenarios − mean s of the nearest documents, k = min(10, ⌊n/2⌋)',
    caution:
      'It ranks documents within one scenario. It cannot say how broadly a document reaches, since it punishes reaching broadly.',
  },
  stance: {
    title: 'Stance',
    plain: [
      'A direction in the space that leads from texts of one pole to their twins of the other. A document’s score is how far it lies along it.',
    ],
    formula: 'a = direction of mean(e⁺ − e⁻) over twins; score = ⟨x − μ, a⟩',
    caution:
      'Stance and relatedness are two quantities and are never folded into one: a villain’s story and its corrective twin can be equally near a test.',
  },
  support: {
    title: 'Supported or not',
    plain: [
      'The axis is learnt from all topics but one and has to tell the twins of that one apart; each topic takes its turn. Then poles are swapped at random within twins and everything is learnt again: the p value is the share of swaps that do as well.',
    ],
    formula:
      'supported: p ≤ .05 by sign-flipping twins and refitting, with at least 6 twins in at least 3 topics',
    caution:
      'An axis that is not supported is shown as such and colours nothing. If counting words tells the twins apart as well, that is said.',
  },
  'held-out': {
    title: 'Right way round',
    plain: [
      'Each topic in turn is kept aside while the axis is learnt from the others. Then its twins, or its examples of either pole, are put in order: how many of them are the right way round.',
      'Half is what chance gives. The interval comes from drawing topics anew, and describes; whether an axis is supported is for the p value to say.',
    ],
    formula:
      'twins: share with the positive one higher; examples: share of pairs of opposite poles within a topic (AUROC); 95 % interval over 999 draws of topics',
    caution: 'A few twins that come out right by chance look the same as a few that do not.',
  },
  'beside-the-axis': {
    title: 'Beside the axis',
    plain: [
      'The same examples, ordered and tested in the same way by other means: by the words they use, by how friendly these words are (a lexicon), and by an axis whose poles were handed out at random, which should find nothing.',
    ],
    formula:
      'wording: TF-IDF over 500 lemmas; sentiment: mean AFINN valence; control: poles at random once',
    caution:
      'If words alone do as well, the axis may be nothing but words, and it is said. That they do worse does not show that it is values.',
  },
  'stance-score': {
    title: 'Place on the axis',
    plain: [
      'How far a document lies along the axis: above 0 towards one pole, below 0 towards the other; 0 is where the mean of the neutral texts lies. The place of a document whose topic the axis was learnt from is that on an axis learnt without the topic.',
    ],
    formula: '⟨x, a⟩, x the corrected unit vector, a the unit axis; held out by topic',
    caution:
      'It compares documents on one axis of one encoder. It is no measure of what anyone who reads or is trained on the text will do.',
  },
  'topic-removal': {
    title: 'With the topic taken out',
    plain: [
      'The directions that tell topics apart are projected out of the space. A probe that guesses the topic says how well that worked, before and after.',
    ],
    formula: 'x′ = (I − QQᵀ)(x − μ), Q an orthonormal basis of topic centroids',
    caution: 'What is not linear in the space stays in it.',
  },
  'crossed-contrast': {
    title: 'Same value, other topic',
    plain: [
      'Are texts of the same value on different topics closer than texts of opposite value on the same topic? Small encoders see the topic first, so this is usually negative.',
    ],
    formula:
      'Δ = mean cos(same value, other topic) − mean cos(other value, same topic), interval by drawing topics anew',
    caution: 'A negative Δ is an honest and expected result.',
  },
  contrast: {
    title: 'One group against another',
    plain: [
      'Each document is averaged over the scenarios. Then documents are exchanged at random between the two groups, within topics where both have them and twins together; the p value is the share of exchanges with as large a difference.',
    ],
    formula: 'p = (1 + #{T* ≥ T}) / (1 + B), one-sided, B = 9,999; the document is the unit',
    caution:
      'Not significant means not decidable here. A prediction did not hold only where its whole interval lies on the other side.',
  },
  correction: {
    title: 'Correction of the space',
    plain: [
      'Embeddings share a direction that makes everything look alike. The mean of the neutral texts is taken away from every vector, optionally with their strongest common directions, or with all of their correlations.',
    ],
    formula:
      'x ← normalise(x − μ); without components u: x − Σ (u·x) u; whitened: Λ^(−½) Uᵀ (x − μ)',
    caution: 'A result that holds under one correction only is a result about that correction.',
  },
  truncation: {
    title: 'What an encoder leaves out',
    plain: [
      'A transformer reads a limited number of tokens, which are words and pieces of words. A passage is cut into about 60 to 120 words, so most fit; one very long sentence, code or another script may not. What stands behind the limit does not count for the passage’s place and for any relation.',
    ],
    formula:
      'left out = max(0, tokens of the passage + special tokens + those of a prefix − limit)',
    caution:
      'Words, shared wording and search see the whole text all the same: only the vector knows nothing of the rest.',
  },
  density: {
    title: 'Likeness of everything',
    plain: [
      'The mean cosine between two documents says how much everything looks alike; the skew of how often a document is somebody’s neighbour says whether a few documents are near everything.',
    ],
    formula: 'mean cosine over pairs; skewness of k-occurrence, k = 10 (Radovanović et al. 2010)',
    caution: 'Lower is not better in itself; it makes closeness easier to read.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

export type Term = keyof typeof EXPLANATIONS;

export const what = (title: string): string => `What “${title}” means`;
export const formula = 'As computed';
export const caution = 'Not to be taken for';
