/** A model among files that came in together. */
export interface ModelFolder<F> {
  /** The folder's name, or that of the weights if they came without one. */
  readonly name: string;
  /** By path in the folder. */
  readonly files: ReadonlyMap<string, F>;
}

/** The file that makes a folder a model's. */
const WEIGHTS = 'model.safetensors';

/** What lies beside a published model's weights and is no document. */
const COMPANION =
  /^(?:README\.md|LICENSE(?:\.\w+)?|vocab\.txt|merges\.txt|.*\.(?:json|safetensors|onnx|bin|model|h5|msgpack|pt|py))$/i;

/**
 * Tells models from documents: a folder with `model.safetensors` is a model, with the files in and
 * below it that go with one. All other files are left, in order.
 */
export function findModels<F extends { readonly path: string }>(
  files: readonly F[],
): { readonly models: readonly ModelFolder<F>[]; readonly rest: readonly F[] } {
  const models = new Map<string, Map<string, F>>();
  for (const { path } of files) {
    if (nameOf(path) === WEIGHTS) models.set(path.slice(0, -WEIGHTS.length), new Map());
  }
  const innermostFirst = [...models.keys()].sort((a, b) => b.length - a.length);
  const rest = files.filter((file) => {
    const folder = innermostFirst.find((each) => file.path.startsWith(each));
    if (folder === undefined || !COMPANION.test(nameOf(file.path))) return true;
    models.get(folder)?.set(file.path.slice(folder.length), file);
    return false;
  });
  return {
    models: Array.from(models, ([folder, its]) => ({
      name: folder.split('/').at(-2) ?? WEIGHTS,
      files: its,
    })),
    rest,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
