import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { failure, readReply, readRequest } from '../../../../src/core/hub/messages.ts';

const COMMIT = 'a'.repeat(40);
const REQUEST = {
  type: 'download',
  id: 'owner/model',
  revision: COMMIT,
  files: ['config.json', 'onnx/model.onnx'],
};
const LISTING = {
  id: 'owner/model',
  commit: COMMIT,
  licence: 'mit',
  files: [{ path: 'config.json', bytes: 3, hash: null }],
};

describe('a request to the frame', () => {
  it('is taken field by field, and nothing beside', () => {
    expect(readRequest({ ...REQUEST, base: 'https://evil.example', text: 'x' })).toEqual(REQUEST);
    expect(readRequest({ ...REQUEST, type: 'list', revision: 'main' })).not.toBeNull();
  });

  it.each([
    null,
    'download',
    [],
    {},
    { ...REQUEST, type: 'eval' },
    { ...REQUEST, id: 'https://evil.example/x' },
    { ...REQUEST, id: 'a/../../x' },
    { ...REQUEST, revision: 'dev' },
    { ...REQUEST, files: 'config.json' },
    { ...REQUEST, files: [] },
    { ...REQUEST, files: ['../config.json'] },
    { ...REQUEST, files: ['config.json', 7] },
    { ...REQUEST, files: Array<string>(17).fill('config.json') },
  ])('is ignored if it is %j', (message) => expect(readRequest(message)).toBeNull());
});

describe('a reply of the frame', () => {
  it.each([
    { type: 'listed', listing: LISTING, texts: {} },
    { type: 'listed', listing: LISTING, texts: { '1_Pooling/config.json': '{}' } },
    { type: 'done', listing: LISTING },
    { type: 'progress', done: 1, total: 3 },
    failure(new AppError('hub-unreachable', { encoder: 'owner/model' })),
  ])('is taken if it is %j', (reply) => expect(readReply(reply)).toEqual(reply));

  it.each([
    null,
    'done',
    { type: 'done' },
    { type: 'listed', listing: LISTING },
    { type: 'listed', listing: LISTING, texts: { '../config.json': '{}' } },
    { type: 'listed', listing: LISTING, texts: { 'config.json': 7 } },
    { type: 'listed', listing: LISTING, texts: { 'config.json': 'x'.repeat(2 ** 21 + 1) } },
    { type: 'done', listing: { ...LISTING, commit: 'main' } },
    { type: 'progress', done: 4, total: 3 },
    { type: 'progress', done: -1, total: 3 },
    { type: 'progress', done: '1', total: 3 },
    { type: 'failed', error: { code: 'no-such-code', params: {}, cause: null } },
    { type: 'failed', error: { code: 'hub-refused', params: null } },
    { type: 'failed', error: null },
  ])('is ignored if it is %j', (message) => expect(readReply(message)).toBeNull());

  it('tells a failure that the frame should not have as an unexpected one', () => {
    for (const thrown of [new Error('x'), new AppError('storage-newer', { found: 2, known: 1 })]) {
      const reply = failure(thrown);
      expect(reply).toMatchObject({ type: 'failed', error: { code: 'unexpected' } });
      expect(readReply(reply)).toEqual(reply);
    }
  });
});
