/** As labels of the scatter are set. */
const SIZE = 13;

let context: OffscreenCanvasRenderingContext2D | null = null;

/** Width of a label of the scatter, in CSS pixels. */
export function textWidth(text: string): number {
  if (!context) {
    context = new OffscreenCanvas(1, 1).getContext('2d');
    const family = getComputedStyle(document.documentElement).getPropertyValue('--serif');
    if (context) context.font = `${SIZE}px ${family || 'serif'}`;
  }
  return context?.measureText(text).width ?? text.length * SIZE * 0.5;
}
