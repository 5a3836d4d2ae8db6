/** What must be known before a number is believed: printed in everything that leaves (docs/methods.md §9). */
export const LIMITS: readonly string[] = [
  'The space is a retrieval encoder’s, not the trained model’s. What is close here need not be close there.',
  'Nothing here is causal. Which training texts changed a behaviour is the question of influence functions (arXiv:2308.03296).',
  'Traits can pass through data that have no relation in meaning at all (arXiv:2507.14805). No embedding can see that.',
  'Opposite stances lie close together. A relation is not an endorsement.',
  'Encoders read a text up to a limit, skip what they do not know, and the bundled one is blind to the order of words.',
  'A result depends on its settings, which stand beside it.',
];
