import { remember, remembered } from '../platform/memory.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'parable-theme';

/** The reader's choice of theme, kept on this machine. The page's `data-theme` carries it to CSS. */
export class ThemeChoice {
  current = $state<Theme>(stored());
  /** Counts changes of what is on screen, the system's included, for canvases that must redraw. */
  revision = $state(0);

  constructor() {
    this.#show();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.revision++);
  }

  choose(theme: Theme): void {
    this.current = theme;
    remember(KEY, theme);
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset.theme = this.current;
    this.revision++;
  }
}

function stored(): Theme {
  const kept = remembered(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}
