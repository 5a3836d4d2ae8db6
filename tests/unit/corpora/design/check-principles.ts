import { listOf, type Text } from './texts.ts';
import { PRINCIPLES_PER_VALUE, VALUES } from './plan.ts';

interface Principle {
  readonly id: string;
  readonly value: string;
}

/** Two principles for each of the six values, and no value that a document names without one. */
export function checkPrinciples(principles: readonly Principle[], demo: readonly Text[]): string[] {
  const perValue = VALUES.flatMap((value) => {
    const { length } = principles.filter((each) => each.value === value);
    return length === PRINCIPLES_PER_VALUE
      ? []
      : [`demo/principles.md: ${length} of ${value} instead of ${PRINCIPLES_PER_VALUE}`];
  });
  const known = new Set<string>(VALUES);
  return [
    ...perValue,
    ...principles
      .filter(({ value }) => !known.has(value))
      .map(({ id }) => `demo/principles.md: ${id} is of none of the six values`),
    ...demo.flatMap((text) =>
      listOf(text, 'principles')
        .filter((value) => !known.has(value))
        .map((value) => `${text.file}: “${value}” is none of the six values`),
    ),
  ];
}
