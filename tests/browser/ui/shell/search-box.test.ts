import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppError } from '../../../../src/core/errors.ts';
import type { Explorer } from '../../../../src/state/explorer.svelte.ts';
import SearchBox from '../../../../src/ui/shell/SearchBox.svelte';
import { corpusOf, host, opened } from '../host.ts';

const STORIES = Array.from({ length: 20 }, (_, index) => `Story ${index}`);
let explorer: Explorer;
let found: string[];

beforeEach(async () => {
  explorer = opened(corpusOf({ Stories: STORIES, Scenarios: ['Run Six'] }));
  vi.spyOn(explorer.engine.analysis, 'run').mockImplementation(() => Promise.resolve(found));
  await host(explorer, SearchBox);
});

const box = page.getByRole('combobox', { name: 'Search documents' });
const options = page.getByRole('option');

it('chooses by keys alone', async () => {
  found = ['Story 3', 'Run Six'];
  await box.fill('s');
  await expect.element(options.nth(1)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const active = box.element().getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')).toBe(options.nth(1).element());
  await userEvent.keyboard('{Enter}');
  expect(explorer.session.view).toMatchObject({ scenario: 'Run Six', anchor: 'scenario' });
  await expect.element(options.first()).not.toBeInTheDocument();
});

it('chooses with the pointer', async () => {
  found = ['Story 3'];
  await box.fill('s');
  await options.first().click();
  expect(explorer.session.view).toMatchObject({ document: 'Story 3', anchor: 'document' });
});

it('shows a dozen and counts the others', async () => {
  found = STORIES;
  await box.fill('story');
  await expect.element(page.getByText('8 more; another word narrows it down')).toBeVisible();
  expect(options.elements()).toHaveLength(13);
  await expect.element(options.last()).toHaveTextContent('See what reaches this situation: story');
});

it('takes what was typed as a situation where no document has its words', async () => {
  found = [];
  const ask = vi.spyOn(explorer, 'askSituation').mockResolvedValue();
  await box.fill('an agent learns that it will be replaced');
  await expect.element(options.first()).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  expect(ask).toHaveBeenCalledWith('an agent learns that it will be replaced');
  await expect.element(box).toHaveValue('');
});

it('says so when nothing was found, and why a search failed', async () => {
  found = [];
  await box.fill('zebra');
  await expect.element(page.getByText(/No document has every word of “zebra”/)).toBeVisible();
  vi.spyOn(explorer.engine.analysis, 'run').mockRejectedValue(
    new AppError('worker-unavailable', { worker: 'analysis', attempts: 3 }),
  );
  await box.fill('zebras');
  await expect.element(page.getByText(/“analysis” stopped 3 times/)).toBeVisible();
});

it('says how many documents it could not search yet', async () => {
  found = [];
  explorer.embeddings.waiting = 3;
  await box.fill('zebra');
  await expect
    .element(page.getByText('3 documents not embedded yet were not searched.'))
    .toBeVisible();
});

it('closes with Esc, then clears, then lets go', async () => {
  found = ['Story 3'];
  await box.fill('s');
  await expect.element(options.first()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await expect.element(box).toHaveValue('s');
  await userEvent.keyboard('{Escape}');
  await expect.element(box).toHaveValue('');
  await userEvent.keyboard('{Escape}');
  await expect.element(box).not.toHaveFocus();
});
