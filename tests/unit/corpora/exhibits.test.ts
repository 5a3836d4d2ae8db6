import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpusTexts } from '../../../scripts/corpora/read.ts';
import { readPredictions } from '../../../src/core/exhibits/read.ts';
import { exhibitView } from '../../../src/core/exhibits/saved-views.ts';
import { decodeView, encodeView, EXHIBITS } from '../../../src/core/project/view.ts';
import { corpusAxes } from '../../../src/core/stance/corpus-axes.ts';

const { corpus } = await readCorpusTexts('.', 'demo');
const { predictions, settings } = readPredictions(
  readFileSync(new URL('../../../public/exhibits/predictions.json', import.meta.url), 'utf8'),
);

describe('the exhibits and the demo belong together', () => {
  it.each(EXHIBITS)('%s predicts something, and its link opens exactly its view', (exhibit) => {
    expect(predictions.filter((each) => each.exhibit === exhibit)).not.toEqual([]);
    const view = exhibitView(exhibit, corpus);
    expect(decodeView(encodeView(view)).view).toEqual(view);
    expect(view.document ?? view.scenario ?? view.axis).not.toBeNull();
    if (view.view === 'reach') expect(view[view.anchor]).not.toBeNull();
  });

  it('names no exhibit, group or axis that there is not', () => {
    const groups = new Set([...corpus.groups.values()].map(({ name }) => name));
    for (const { exhibit, measure } of predictions) {
      expect(EXHIBITS).toContain(exhibit);
      const named = [
        ...('groups' in measure ? measure.groups : []),
        ...('among' in measure ? measure.among : []),
        ...('group' in measure ? [measure.group] : []),
        ...('more' in measure ? [measure.more, measure.less] : []),
      ];
      for (const name of named) expect(groups, name).toContain(name);
    }
    expect(settings.correction).toBe('centre');
  });

  it('has the axes that saved views name', () => {
    const axes = new Set(corpusAxes(corpus).map(({ id }) => id));
    for (const exhibit of EXHIBITS) {
      const { axis } = exhibitView(exhibit, corpus);
      if (axis !== null) expect(axes).toContain(axis);
    }
  });
});
