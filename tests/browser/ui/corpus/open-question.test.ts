import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppError } from '../../../../src/core/errors.ts';
import type { Explorer } from '../../../../src/state/explorer.svelte.ts';
import { noContent, type ProjectOnFile } from '../../../../src/state/project/content.ts';
import OpenQuestion from '../../../../src/ui/corpus/OpenQuestion.svelte';
import { corpusOf, host, opened } from '../host.ts';

let explorer: Explorer;
let answers: boolean[];
beforeEach(() => {
  answers = [];
  explorer = opened(corpusOf({ Stories: ['The Step Stool', 'The Lamp'] }));
});

async function ask(away: number, fault: AppError | null = null): Promise<void> {
  const { documents } = corpusOf({ Fables: ['Three', 'Four', 'Five'] });
  const project: ProjectOnFile = {
    file: 'theirs.parable',
    head: { encoder: 'e', dims: 1, view: '', spaces: [], records: null },
    content: { ...noContent(), documents: [...documents.values()] },
    fault,
  };
  explorer.projects.asked = { project, away, answer: (open) => answers.push(open) };
  await host(explorer, OpenQuestion);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('says what would be put away, and how it comes back', async () => {
  await ask(300);
  const said =
    'theirs.parable holds 3 documents and takes the place of what is open. 300 documents of yours are not in it and would be put away.';
  await expect.element(page.getByText(said)).toBeVisible();
  await expect.element(page.getByText(/^Undo brings them back/)).toBeVisible();
  await button('Open it in place of mine (300 documents)').click();
  expect(answers).toEqual([true]);
});

it('has the answer that loses nothing under Enter, and under Escape', async () => {
  await ask(1);
  await expect.element(button('Keep mine')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(answers).toEqual([false, false]));
});

it('says what is missing of the file, before anything else', async () => {
  await ask(
    0,
    new AppError('project-cut-short', { file: 'theirs.parable', documents: 3, of: 183 }),
  );
  const alert = page.getByRole('alert');
  await expect
    .element(alert)
    .toHaveTextContent(/^theirs\.parable is not whole: it has 3 of its 183 documents\. Download/);
  await expect.element(page.getByText(/of yours/)).not.toBeInTheDocument();
  await expect.element(button('Leave it closed')).toHaveFocus();
  await button('Open the 3 documents that are there').click();
  expect(answers).toEqual([true]);
});
