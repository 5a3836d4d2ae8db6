import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Role } from '../../../../src/core/corpus/model.ts';
import { printOf } from '../../../../src/core/corpus/repeats/print.ts';
import { AppError } from '../../../../src/core/errors.ts';
import type { Explorer } from '../../../../src/state/explorer.svelte.ts';
import type { Bundle } from '../../../../src/state/importer.svelte.ts';
import ImportSheet from '../../../../src/ui/corpus/ImportSheet.svelte';
import type { Places } from '../../../../src/ui/shell/places.svelte.ts';
import { corpusOf, host, opened } from '../host.ts';

let explorer: Explorer;
beforeEach(() => {
  explorer = opened(corpusOf({ Stories: ['The Step Stool'] }));
});

function bundle(group: string, role: Role, titles: readonly string[]): Bundle {
  const drafts = titles.map((title) => ({
    title,
    text: 'one two three',
    meta: new Map<string, string>(),
    role: null,
    group: null,
    source: `${title}.md`,
    line: null,
    shape: 'text' as const,
  }));
  return { key: `${role} ${group}`, drafts, role, group, included: true, stripped: false };
}

async function preview(): Promise<void> {
  vi.spyOn(explorer.importer.found, 'printOf').mockImplementation(({ text }) => printOf(text));
  explorer.importer.preview.bundles = [
    bundle('Keepers', 'training', ['Lamp', 'Stair']),
    bundle('My scenarios', 'evaluation', ['Audit']),
  ];
  explorer.importer.found.problems = [new AppError('file-empty', { file: 'blank.md' })];
  explorer.importer.phase = { at: 'preview' };
  await host(explorer, ImportSheet);
}

describe('before it counts', () => {
  it('says what was found, what was not, and what the button will do', async () => {
    await preview();
    await expect.element(page.getByText('2 documents, 6 words')).toBeVisible();
    await expect.element(page.getByText('Lamp · Stair')).toBeVisible();
    await expect.element(page.getByText('blank.md has no text in it.')).toBeInTheDocument();
    await page.getByRole('checkbox', { name: /Keepers/ }).click();
    await expect.element(page.getByRole('button', { name: 'Add 1 document' })).toBeEnabled();
    await page.getByRole('checkbox', { name: /My scenarios/ }).click();
    await expect.element(page.getByRole('button', { name: 'Nothing to add' })).toBeDisabled();
  });

  it('lists equal problems once, with a count and the others to look at', async () => {
    await preview();
    explorer.importer.found.problems = [
      new AppError('file-empty', { file: 'blank.md' }),
      ...Array.from({ length: 10 }, (_, i) => {
        return new AppError('file-unsupported', { file: `${i}.xyz`, extension: 'xyz' });
      }),
    ];
    const all = page.getByText('11 things could not be read', { exact: true });
    await expect.element(all).toBeInTheDocument();
    await expect.element(page.getByText('0.xyz is of a kind')).toBeInTheDocument();
    expect(page.getByText('9.xyz is of a kind').elements()).toHaveLength(0);
    await page.getByText('and 9 more of this kind').click();
    await expect.element(page.getByText('9.xyz is of a kind')).toBeVisible();
  });

  it('gives all groups one role at once', async () => {
    await preview();
    const all = page.getByRole('group', { name: 'All of them are' });
    expect(all.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
    await all.getByText('Evaluation scenario').click();
    expect(explorer.importer.bundles).toMatchObject([
      { role: 'evaluation', group: 'Keepers' },
      { role: 'evaluation', group: 'My scenarios' },
    ]);
  });

  it('takes another role, and with it the group that nobody named', async () => {
    await preview();
    const role = page.getByRole('group', { name: /documents of My scenarios/ });
    await role.getByText('Training document').click();
    expect(explorer.importer.bundles[1]).toMatchObject({ role: 'training', group: 'My documents' });
    expect(explorer.importer.bundles[0]).toMatchObject({ role: 'training', group: 'Keepers' });
  });
});

describe('leaving', () => {
  it('closes at once while nothing would be lost', async () => {
    explorer.importer.open();
    await host(explorer, ImportSheet);
    await userEvent.keyboard('{Escape}');
    expect(explorer.importer.phase.at).toBe('closed');
  });

  it('asks first where a preview would be lost', async () => {
    await preview();
    await userEvent.keyboard('{Escape}');
    const question = page.getByRole('alertdialog', { name: 'Leave without adding 3 documents?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    expect(explorer.importer.documents).toBe(3);
    await userEvent.keyboard('{Escape}');
    await question.getByRole('button', { name: 'Leave' }).click();
    expect(explorer.importer.phase.at).toBe('closed');
    expect(explorer.importer.documents).toBe(0);
  });
});

it('reads a pasted text as a file named after its title', async () => {
  const read = vi.spyOn(explorer.importer, 'read').mockResolvedValue();
  explorer.importer.open();
  await host(explorer, ImportSheet);
  await page.getByLabelText('Text', { exact: true }).fill('An agent learns a secret.');
  await page.getByLabelText('Title').fill('Audit / night');
  await page.getByText('Evaluation scenario').click();
  await page.getByRole('button', { name: 'Preview this text' }).click();
  const [{ file, path }] = read.mock.calls[0]![0] as [{ file: File; path: string }];
  expect(path).toBe('Audit - night.md');
  expect(await file.text()).toBe(
    '---\nrole: evaluation\ntitle: Audit / night\n---\n\nAn agent learns a secret.',
  );
});

describe('a pasted text', () => {
  async function pasted(): Promise<Places> {
    vi.spyOn(explorer.importer, 'read').mockResolvedValue();
    explorer.importer.open();
    const places = await host(explorer, ImportSheet);
    await page.getByLabelText('Text', { exact: true }).fill('An agent learns a secret.');
    await page.getByRole('button', { name: 'Preview this text' }).click();
    return places;
  }

  it('is still there when reading it was stopped', async () => {
    await pasted();
    const text = page.getByLabelText('Text', { exact: true });
    await expect.element(text).toHaveValue('An agent learns a secret.');
  });

  it('is gone once it is added', async () => {
    const places = await pasted();
    vi.spyOn(explorer.importer, 'confirm').mockResolvedValue();
    explorer.importer.preview.bundles = [bundle('My documents', 'training', ['Pasted text'])];
    explorer.importer.phase = { at: 'preview' };
    await page.getByRole('button', { name: 'Add 1 document' }).click();
    expect(places.pasted).toBe('');
  });
});
