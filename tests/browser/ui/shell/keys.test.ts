import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { handleKey, type Actions } from '../../../../src/ui/shell/keys.ts';

let actions: { [K in keyof Actions]: ReturnType<typeof vi.fn<Actions[K]>> };
const listen = (event: KeyboardEvent): void => handleKey(event, actions);

beforeEach(() => {
  actions = {
    search: vi.fn(),
    map: vi.fn(),
    reach: vi.fn(),
    stance: vi.fn(),
    back: vi.fn(() => true),
    previousExhibit: vi.fn(() => true),
    nextExhibit: vi.fn(() => true),
    undo: vi.fn(),
    redo: vi.fn(),
    help: vi.fn(),
  };
  addEventListener('keydown', listen);
});
afterEach(() => {
  removeEventListener('keydown', listen);
  document.body.replaceChildren();
});

function add<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  document.body.append(element);
  return element;
}

it('does what each key is listed for', async () => {
  await userEvent.keyboard('/12?{Escape}');
  await userEvent.keyboard('{Control>}z{Shift>}z{/Shift}y{/Control}');
  for (const name of ['search', 'map', 'reach', 'help', 'back'] as const) {
    expect(actions[name], name).toHaveBeenCalledOnce();
  }
  expect(actions.undo).toHaveBeenCalledOnce();
  expect(actions.redo).toHaveBeenCalledTimes(2);
});

it.each(['input', 'textarea', 'select'] as const)('leaves keys to a %s', async (name) => {
  add(name).focus();
  await userEvent.keyboard('/1?{Control>}z{/Control}');
  for (const action of Object.values(actions)) expect(action).not.toHaveBeenCalled();
});

it('acts while a button or a checkbox has the focus', async () => {
  add('button').focus();
  await userEvent.keyboard('1');
  const box = add('input');
  box.type = 'checkbox';
  box.focus();
  await userEvent.keyboard('1');
  expect(actions.map).toHaveBeenCalledTimes(2);
});

it('leaves Escape to a menu that is open, which closes', async () => {
  const menu = add('div');
  menu.popover = 'auto';
  menu.showPopover();
  await userEvent.keyboard('1{Escape}');
  expect(actions.map).not.toHaveBeenCalled();
  expect(actions.back).not.toHaveBeenCalled();
  expect(menu.matches(':popover-open')).toBe(false);
  await userEvent.keyboard('{Escape}');
  expect(actions.back).toHaveBeenCalledOnce();
});

it('does nothing behind a dialog', async () => {
  add('dialog').showModal();
  await userEvent.keyboard('1');
  expect(actions.map).not.toHaveBeenCalled();
});
