import { describe, expect, it } from 'vitest';
import {
  settingsOf,
  VETTED_MODELS,
  vettedBytes,
  vettedModel,
} from '../../../../src/core/hub/vetted.ts';

const MINI = vettedModel('Xenova/all-MiniLM-L6-v2')!;

describe('the models that were looked at', () => {
  it('are named once, smallest first within their kind, with a licence that allows hosting', () => {
    expect(new Set(VETTED_MODELS.map(({ id }) => id)).size).toBe(VETTED_MODELS.length);
    for (const kind of ['transformer', 'static']) {
      const sizes = VETTED_MODELS.filter((each) => each.kind === kind).map((each) =>
        vettedBytes(each, 'q8'),
      );
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    }
    expect(VETTED_MODELS.filter(({ licence }) => !/^(MIT|Apache-2\.0)$/.test(licence))).toEqual([]);
  });

  it('are opened as their cards say', () => {
    expect(settingsOf(MINI, 'onnx/model_quantized.onnx')).toEqual({
      dims: 384,
      dtype: 'q8',
      pooling: 'mean',
      maxTokens: 256,
    });
    expect(settingsOf(vettedModel('Xenova/e5-small-v2')!, 'onnx/model.onnx')).toEqual({
      dims: 384,
      dtype: 'float32',
      pooling: 'mean',
      maxTokens: 512,
      prefix: 'query: ',
    });
    expect(settingsOf(MINI, 'onnx/model_q4.onnx')).toBeUndefined();
    expect(settingsOf(vettedModel('minishlab/potion-base-8M')!, undefined)).toBeNull();
    expect(vettedModel('owner/none')).toBeUndefined();
  });
});
