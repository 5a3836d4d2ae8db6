import { describe, expect, it } from 'vitest';
import type { Corpus, Role } from '../../../src/core/corpus/model.ts';
import { HUES, marksOf } from '../../../src/ui/groups.ts';

function corpusWith(role: Role, groups: number): Corpus {
  const ids = Array.from({ length: groups }, (_, i) => String(i));
  return {
    documents: new Map(),
    groups: new Map(ids.map((id, slot) => [id, { id, role, name: `Group ${id}`, slot }])),
  };
}

describe('marksOf', () => {
  it('gives 24 training groups a mark of their own', () => {
    const marks = [...marksOf(corpusWith('training', 24)).values()];
    expect(new Set(marks.map(({ shape, ink }) => `${shape} ${ink}`)).size).toBe(24);
    expect(new Set(marks.slice(0, 6).map(({ shape }) => shape)).size).toBe(6);
  });

  it('gives two of ten groups that share a hue shapes of different kinds', () => {
    const kind = (shape: string): string => (shape.endsWith('triangle') ? 'triangle' : shape);
    const marks = [...marksOf(corpusWith('training', 10)).values()];
    for (const ink of new Set(marks.map((mark) => mark.ink))) {
      const kinds = marks.filter((mark) => mark.ink === ink).map(({ shape }) => kind(shape));
      expect(new Set(kinds).size, ink).toBe(kinds.length);
    }
  });

  it('draws a group as before when others before it are gone', () => {
    const all = corpusWith('training', 12);
    const left = new Map([...all.groups].slice(10));
    const [before, after] = [marksOf(all), marksOf({ ...all, groups: left })];
    for (const id of left.keys()) expect(after.get(id)).toEqual(before.get(id));
  });

  it('draws a group in the hue that the reader has chosen, in the shape that it has', () => {
    const plain = corpusWith('training', 3);
    const chosen = new Map([...plain.groups].map(([id, group]) => [id, { ...group, hue: 7 }]));
    const marks = [...marksOf({ ...plain, groups: chosen }).values()];
    expect(marks.map(({ ink }) => ink)).toEqual(['hue-7', 'hue-7', 'hue-7']);
    expect(marks.map(({ shape }) => shape)).toEqual(
      [...marksOf(plain).values()].map(({ shape }) => shape),
    );
  });

  it('draws every scenario group as a diamond in a colour that there is', () => {
    const marks = [...marksOf(corpusWith('evaluation', 20)).values()];
    const inks = ['ink', ...Array.from({ length: HUES }, (_, i) => `hue-${i + 1}`)];
    for (const { shape, ink } of marks) {
      expect(shape).toBe('diamond');
      expect(inks).toContain(ink);
    }
    expect(marks[0]?.ink).toBe('ink');
  });
});
