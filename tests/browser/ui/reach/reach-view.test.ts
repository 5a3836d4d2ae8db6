import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import ReachView from '../../../../src/ui/reach/ReachView.svelte';
import { corpusOf, host, opened } from '../host.ts';

const corpus = corpusOf({ Stories: ['The Step Stool'], Scenarios: ['Run Six', 'Cold Open'] });

async function shown(view: Parameters<ReturnType<typeof opened>['session']['show']>[0]) {
  const explorer = opened(corpus);
  explorer.session.show({ view: 'reach', ...view });
  await host(explorer, ReachView);
  return explorer;
}

const title = (name: string) => page.getByRole('heading', { level: 1, name });

const focus = (name: string): void =>
  (page.getByRole('button', { name }).element() as HTMLElement).focus();

describe('Reach keeps the focus', () => {
  it('on the scenario that was chosen from all of them', async () => {
    await shown({ anchor: 'scenario' });
    focus('Run Six');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(title('Cold Open')).toHaveFocus();
  });

  it('on the scenario that was chosen instead of another, or again', async () => {
    await shown({ anchor: 'scenario', scenario: 'Run Six' });
    for (const name of ['Cold Open', 'Cold Open']) {
      await page.getByRole('button', { name: 'Another scenario' }).click();
      focus(name);
      await userEvent.keyboard('{Enter}');
      await expect.element(title(name)).toHaveFocus();
    }
  });

  it('on what is asked for next when the list is turned round, and on the button while it is there', async () => {
    const explorer = await shown({ anchor: 'scenario', scenario: 'Run Six' });
    const turn = () => page.getByRole('button', { name: 'Start from a document' }).click();
    await turn();
    await expect.element(title('Choose a document')).toHaveFocus();
    explorer.session.show({ anchor: 'scenario', document: 'The Step Stool' });
    await page.getByRole('button', { name: 'Scenarios for this document' }).click();
    await expect
      .element(page.getByRole('button', { name: 'Documents for this scenario' }))
      .toHaveFocus();
  });
});
