/**
 * What a model, a revision and a file of the hub may be called. Whatever is asked of the hub passes
 * these patterns first, so that no name can lead to another address.
 */

/** Letters, digits, `_`, `.` and `-`, neither of the latter two at an end; at most 96, as on the hub. */
const SEGMENT = /^[A-Za-z0-9_](?:[\w.-]{0,94}[A-Za-z0-9_])?$/;
const COMMIT = /^[0-9a-f]{40}$/;
const FILE =
  /^(?:onnx\/|1_Pooling\/)?[A-Za-z0-9_][\w.-]{0,94}\.(?:json|safetensors|onnx|onnx_data|txt)$/;

/** The branch that a model is looked up on unless a commit is given. */
export const MAIN = 'main';

/** Whether this is a model's id, `owner/name`. */
export function isModelId(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const segments = value.split('/');
  return segments.length === 2 && segments.every((each) => SEGMENT.test(each) && isPlain(each));
}

/** Whether this is a commit's full hash: a state of a model that nobody can change. */
export function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value);
}

/** Whether this is a revision that may be asked for: the main branch or a commit. */
export function isRevision(value: unknown): value is string {
  return value === MAIN || isCommit(value);
}

/** Whether this is the path of a file that belongs to a model: on top, below `onnx/` or `1_Pooling/`. */
export function isModelFile(value: unknown): value is string {
  return typeof value === 'string' && FILE.test(value) && isPlain(value);
}

/** The id in what a reader typed or pasted, be it the model's address on the hub; null if there is none. */
export function modelIdIn(typed: string): string | null {
  const path = typed.trim().replace(/^https:\/\/[\w.-]+\//, '');
  const id = path.split('/').slice(0, 2).join('/');
  return isModelId(id) ? id : null;
}

/** The hub allows neither of these within a name, and both mean something elsewhere. */
function isPlain(name: string): boolean {
  return !name.includes('..') && !name.includes('--');
}
