/** A model among files that came in together. */
export interface ModelFolder<F> {
  /** The folder's name, or that of its weights if they came without one. */
  readonly name: string;
  /** By path in the folder. */
  readonly files: ReadonlyMap<string, F>;
}

/** The files that make a folder a model's: weights, which transformers keep in a folder of their own. */
const WEIGHTS = /^((?:[^/]*\/)*?)(?:model\.safetensors|(?:onnx\/)?model(?:_\w+)?\.onnx)$/;

/** What lies beside a published model's weights and is no document. */
const COMPANION =
  /^(?:README\.md|LICENSE(?:\.\w+)?|vocab\.txt|merges\.txt|.*\.(?:json|safetensors|onnx|onnx_data|bin|model|h5|msgpack|pt|py))$/i;

/**
 * Tells models from documents: a folder with `model.safetensors`, or with `model….onnx` in it or below
 * its `onnx/`, is a model, with the files in and below it that go with one. All other files are left,
 * in order. Weights that lie on top are known by where Transformers.js looks for them, `onnx/`.
 */
export function findModels<F extends { readonly path: string }>(
  files: readonly F[],
): { readonly models: readonly ModelFolder<F>[]; readonly rest: readonly F[] } {
  const models = new Map<string, { readonly weights: string; readonly files: Map<string, F> }>();
  for (const { path } of files) {
    const folder = WEIGHTS.exec(path)?.[1];
    if (folder === undefined || models.has(folder)) continue;
    models.set(folder, { weights: nameOf(path), files: new Map() });
  }
  const innermostFirst = [...models.keys()].sort((a, b) => b.length - a.length);
  const rest = files.filter((file) => {
    const folder = innermostFirst.find((each) => file.path.startsWith(each));
    if (folder === undefined || !COMPANION.test(nameOf(file.path))) return true;
    const path = file.path.slice(folder.length).replace(/^(?=model(?:_\w+)?\.onnx$)/, 'onnx/');
    models.get(folder)?.files.set(path, file);
    return false;
  });
  return {
    models: Array.from(models, ([folder, { weights, files: its }]) => ({
      name: folder.split('/').at(-2) ?? weights,
      files: its,
    })),
    rest,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
