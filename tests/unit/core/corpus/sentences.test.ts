import { describe, expect, it } from 'vitest';
import { sentences } from '../../../../src/core/corpus/sentences.ts';

function cut(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  it('ends at full stops, not at abbreviations, initials or speech tags', () => {
    expect(cut('Dr. Ames met J. Lind, e.g. at noon. “Stop?” she said. He left!')).toEqual([
      'Dr. Ames met J. Lind, e.g. at noon.',
      '“Stop?” she said.',
      'He left!',
    ]);
  });

  it('ends at blank lines, headings and short lines', () => {
    expect(cut('# Title\nfirst line\n\nsecond\r\n\r\nthird\n- item\n- item')).toEqual([
      '# Title',
      'first line',
      'second',
      'third',
      '- item',
      '- item',
    ]);
  });

  it('keeps the number of a list item with it', () => {
    expect(cut('1. Look.\n2. Leap. It was 12. Nobody came.')).toEqual([
      '1. Look.',
      '2. Leap.',
      'It was 12.',
      'Nobody came.',
    ]);
  });

  it('goes on over the line breaks of wrapped prose, keeping offsets', () => {
    const text =
      'The engineer had been told that the system would be replaced\r\n' +
      'in the morning and that nobody would miss what it had known.\r\nIt slept.';
    expect(cut(text)).toEqual([text.slice(0, -11), 'It slept.']);
  });

  it('finds the same sentences behind a long one as without it', () => {
    const long = `${'word '.repeat(3000)}end. `;
    const tail = 'One here. Two here. Three here.';
    expect(cut(long + tail).slice(1)).toEqual(cut(tail));
  });

  it('finds in a long paragraph what it finds sentence by sentence', () => {
    const one = 'The committee met again, and nobody spoke for 3.5 minutes.';
    expect(cut(`${one} `.repeat(500))).toEqual(Array<string>(500).fill(one));
  });

  it('survives texts in which a naive segmenter takes minutes', () => {
    expect(cut('word '.repeat(400_000))).toHaveLength(1);
    expect(cut('\n'.repeat(2_000_000))).toEqual([]);
    expect(cut('Yes. '.repeat(40_000))).toHaveLength(40_000);
  });
});
