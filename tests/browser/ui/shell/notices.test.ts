import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { AppError } from '../../../../src/core/errors.ts';
import type { Explorer } from '../../../../src/state/explorer.svelte.ts';
import Notices from '../../../../src/ui/shell/Notices.svelte';
import { corpusOf, host, opened } from '../host.ts';

let explorer: Explorer;
beforeEach(async () => {
  explorer = opened(corpusOf({ Stories: ['The Step Stool'], Essays: ['On Care'] }));
  await host(explorer, Notices);
});

it('says what happened and what to do, politely, until it is dismissed', async () => {
  explorer.notices.error(new AppError('storage-full', {}));
  const region = page.getByRole('region', { name: 'Notices' });
  await expect.element(region).toHaveAttribute('aria-live', 'polite');
  await expect.element(region.getByText(/storage for the page is full/)).toBeVisible();
  await expect.element(region.getByText(/make room on the disk/)).toBeVisible();
  await region.getByRole('button', { name: 'Dismiss' }).click();
  expect(explorer.notices.list).toEqual([]);
});

it('takes a removal back, but only while nothing else has changed', async () => {
  const { session, notices } = explorer;
  const undo = page.getByRole('button', { name: 'Undo' });
  session.run({ type: 'remove-group', group: 'Stories' });
  notices.show({ kind: 'removed', documents: 1, corpus: session.corpus });
  await undo.click();
  expect(session.corpus.groups.has('Stories')).toBe(true);
  session.run({ type: 'remove-group', group: 'Stories' });
  notices.show({ kind: 'removed', documents: 1, corpus: session.corpus });
  await expect.element(undo).toBeVisible();
  session.run({ type: 'rename-group', group: 'Essays', name: 'Letters' });
  await expect.element(undo).not.toBeInTheDocument();
});

it('says which project is open and what it put away, which can be taken back', async () => {
  const { session, notices } = explorer;
  const { documents, groups } = corpusOf({ Fables: ['Three'] });
  session.run({
    type: 'open-project',
    documents: [...documents.values()],
    groups: [...groups.values()],
  });
  const { corpus } = session;
  const opened = { kind: 'opened', file: 'a.parable', documents: 1, away: 2, corpus } as const;
  notices.show(opened);
  const said = page.getByText('a.parable is open: 1 document. 2 documents of yours were put away.');
  await expect.element(said).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect([...session.corpus.groups.keys()]).toEqual(['Stories', 'Essays']);
  await expect.element(said).not.toBeInTheDocument();
  notices.show({ ...opened, documents: 0, away: 0, corpus: session.corpus });
  await expect.element(page.getByText('a.parable is open: 0 documents.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});
