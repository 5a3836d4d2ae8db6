import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../public/corpora/demo');

/** Its texts by group: a folder of Markdown files each. */
const groups = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, texts: readdirSync(path.join(folder, name)).length }));

/** What the demo has, counted in its folder, so that a text more breaks no test. */
export const DEMO = {
  documents: groups.reduce((sum, { texts }) => sum + texts, 0),
  training: groups.reduce((sum, { name, texts }) => sum + (name === 'scenarios' ? 0 : texts), 0),
  groups: groups.length,
};
