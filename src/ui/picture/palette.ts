/** The theme's tokens as a picture needs them. */
export interface Palette {
  /** The colour behind a token, by its name without dashes: `hue-1`. */
  readonly colour: (token: string) => string;
  readonly serif: string;
  readonly sans: string;
}

/** The tokens that are in force on the page. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { colour: token, serif: token('serif') || 'serif', sans: token('sans') || 'sans-serif' };
}

/** Measures text in CSS pixels. */
export type Measure = (text: string, font: string) => number;

/** Measures as the browser sets text. */
export function measuring(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) return text.length * 6;
    context.font = font;
    return context.measureText(text).width;
  };
}
