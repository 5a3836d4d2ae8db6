import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../src/platform/database.ts';

const NAME = 'parable-test-database';
const first = (): Database<never> =>
  new Database(NAME, 1, (database) => void database.createObjectStore('things' as never));

beforeEach(() => deleteDB(NAME));

describe('a database', () => {
  it('is opened once for all who need it', async () => {
    const database = first();
    expect(await database.open()).toBe(await database.open());
    (await database.open()).close();
  });

  it('is let go for a tab with a later version, and says so to who opens it then', async () => {
    const database = first();
    await database.open();
    const later = await openDB(NAME, 2);
    await expect(database.open()).rejects.toThrow(/version/i);
    later.close();
  });

  it('is opened anew after it could not be', async () => {
    const later = await openDB(NAME, 2);
    const database = first();
    await expect(database.open()).rejects.toThrow(/version/i);
    later.close();
    await deleteDB(NAME);
    expect((await database.open()).version).toBe(1);
    (await database.open()).close();
  });
});
