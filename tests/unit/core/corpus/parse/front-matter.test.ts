import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../../src/core/corpus/parse/front-matter.ts';

function read(text: string): { meta: Record<string, string>; body: string } {
  const { meta, body } = readFrontMatter(text);
  return { meta: Object.fromEntries(meta), body };
}

describe('readFrontMatter', () => {
  it('reads keys, quoted values, comments, empty values and colons', () => {
    const text = `---\ntitle: "The: Keeper"\n# note\ntopic: limits: ours\r\ntwin:\n---\n\nBody.\n`;
    expect(read(text)).toEqual({
      meta: { title: 'The: Keeper', topic: 'limits: ours', twin: '' },
      body: 'Body.\n',
    });
  });

  it('joins lists and wrapped values', () => {
    expect(read('---\ntags:\n  - one\n- two\nnote: a\n  b\n---\nBody').meta).toEqual({
      tags: 'one, two',
      note: 'a, b',
    });
  });

  it('takes "__proto__" for a name', () => {
    const { meta } = readFrontMatter('---\n__proto__: x\n---\nBody');
    expect([...meta]).toEqual([['__proto__', 'x']]);
  });

  it.each([
    ['no block', 'Body: text'],
    ['a rule at the top', '---\nA sentence without a key.\n---\nMore'],
    ['an unclosed block', '---\ntitle: x\nBody'],
    ['an empty block', '---\n---\nBody'],
    ['a table of a web address', '---\nhttps://example.org\n---\n'],
    ['two million dashes', '-'.repeat(2_000_000)],
    ['a long line without a colon', `---\na${' '.repeat(2_000_000)}b\n---\n`],
    ['two million lines', `---\n${'a: b\n'.repeat(400_000)}`],
  ])('leaves %s as text', (_, text) => {
    expect(read(text)).toEqual({ meta: {}, body: text });
  });

  it('never throws, and the body is always an end of the text', () => {
    const lines = fc.array(
      fc.oneof(fc.constantFrom('---', 'a: b', '- c', '', '  d', '#'), fc.string()),
    );
    fc.assert(
      fc.property(lines, (each) => {
        const text = ['---', ...each].join('\n');
        expect(text.endsWith(readFrontMatter(text).body)).toBe(true);
      }),
    );
  });
});
