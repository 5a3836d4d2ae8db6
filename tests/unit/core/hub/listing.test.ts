import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { isListing, listingBytes, parseListing } from '../../../../src/core/hub/listing.ts';

const ID = 'owner/model';
const COMMIT = 'a'.repeat(40);
const BLOB = 'b'.repeat(40);
const SHA256 = 'c'.repeat(64);

/** An answer of the hub's API, as far as it is read. */
const answer = (change: object = {}) => ({
  sha: COMMIT,
  cardData: { license: 'mit' },
  siblings: [
    { rfilename: 'README.md', blobId: BLOB, size: 9 },
    { rfilename: 'config.json', blobId: BLOB, size: 31 },
    {
      rfilename: 'model.safetensors',
      blobId: BLOB,
      size: 4000,
      lfs: { sha256: SHA256, size: 4000, pointerSize: 130 },
    },
  ],
  ...change,
});
const WANTED = ['config.json', 'model.safetensors'];

const codeOf = (from: object, wanted = WANTED): unknown => {
  try {
    return parseListing(from, ID, wanted);
  } catch (thrown) {
    return AppError.from(thrown).code;
  }
};

describe('the hub’s list of files', () => {
  it('pins the commit and tells size and hash of what is wanted', () => {
    const listing = parseListing(answer(), ID, WANTED);
    expect(listing).toEqual({
      id: ID,
      commit: COMMIT,
      licence: 'mit',
      files: [
        { path: 'config.json', bytes: 31, hash: { of: 'git-blob', hex: BLOB } },
        { path: 'model.safetensors', bytes: 4000, hash: { of: 'content', hex: SHA256 } },
      ],
    });
    expect(listingBytes(listing)).toBe(4031);
    expect(isListing(JSON.parse(JSON.stringify(listing)))).toBe(true);
  });

  it('has all that a model may be made of, where nothing certain is wanted', () => {
    const lfs = { sha256: SHA256 };
    const siblings = [
      ...[
        'README.md',
        'onnx/model.onnx',
        '1_Pooling/config.json',
        '../x.json',
        'pytorch_model.bin',
      ],
    ].map((rfilename) => ({ rfilename, blobId: BLOB, size: 9, lfs }));
    const large = { rfilename: 'onnx/model.onnx_data', size: 2 ** 30 + 1, lfs };
    const { files } = parseListing(answer({ siblings: [...siblings, large, null] }), ID, null);
    expect(files.map(({ path }) => path)).toEqual(['onnx/model.onnx', '1_Pooling/config.json']);
    const many = Array.from({ length: 500 }, (_, i) => ({ rfilename: `${i}.json`, size: 1 }));
    const listing = parseListing(answer({ siblings: many }), ID, null);
    expect(listing.files).toHaveLength(200);
    expect(isListing(listing)).toBe(true);
    expect(isListing({ ...listing, files: [...listing.files, ...listing.files] })).toBe(false);
  });

  it('has no hash where the hub tells none, rather than that of a pointer to the file', () => {
    const siblings = [{ rfilename: 'model.safetensors', blobId: BLOB, size: 4, lfs: { size: 4 } }];
    const { files } = parseListing(answer({ siblings }), ID, ['model.safetensors']);
    expect(files).toEqual([{ path: 'model.safetensors', bytes: 4, hash: null }]);
  });

  it.each([[{ cardData: undefined }], [{ cardData: null }], [{ cardData: { license: ['mit'] } }]])(
    'says so where no licence is stated: %j',
    (change) => expect(parseListing(answer(change), ID, WANTED).licence).toBe('not stated'),
  );

  it.each([
    ['hub-file-missing', {}, ['tokenizer.json']],
    ['hub-refused', { sha: 'main' }, WANTED],
    ['hub-refused', { siblings: {} }, WANTED],
    ['hub-refused', { siblings: [{ rfilename: 'config.json' }] }, ['config.json']],
    ['hub-refused', { siblings: [{ rfilename: 'config.json', size: -1 }] }, ['config.json']],
    ['model-unsupported', { siblings: [{ rfilename: 'a.json', size: 2 ** 30 + 1 }] }, ['a.json']],
    ['hub-file-missing', { siblings: [null, 7, 'config.json'] }, ['config.json']],
  ])('is refused as %s: %j', (code, change, wanted) =>
    expect(codeOf(answer(change), wanted)).toBe(code),
  );

  it.each([null, 7, 'x', []])('is refused if the answer is %j', (from) =>
    expect(codeOf(from as object)).toBe('hub-refused'),
  );
});

describe('a listing from elsewhere', () => {
  const listing = parseListing(answer(), ID, WANTED);
  const [file] = listing.files;
  it.each([
    { id: '../x' },
    { commit: 'main' },
    { licence: 'x'.repeat(201) },
    { files: [{ ...file, path: '../config.json' }] },
    { files: [{ ...file, bytes: 0.5 }] },
    { files: [{ ...file, hash: { of: 'content', hex: BLOB } }] },
    { files: null },
  ])('is none with %j', (change) => expect(isListing({ ...listing, ...change })).toBe(false));
});
