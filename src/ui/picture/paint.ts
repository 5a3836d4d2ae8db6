import type { PathShape, Picture, Shape, TextShape } from './shapes.ts';

type Context = CanvasRenderingContext2D;

/** A picture as a canvas. @param scale device pixels per CSS pixel */
export function toCanvas(picture: Picture, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(scale, scale);
  if (picture.background) {
    context.fillStyle = picture.background;
    context.fillRect(0, 0, picture.width, picture.height);
  }
  for (const shape of picture.shapes) draw(context, shape);
  return canvas;
}

/** A picture as a PNG file; null where the browser cannot make one, as of a picture that is too large. */
export function toPng(picture: Picture, scale: number): Promise<Blob | null> {
  return new Promise((resolve) => toCanvas(picture, scale).toBlob(resolve, 'image/png'));
}

function draw(context: Context, shape: Shape): void {
  context.save();
  switch (shape.kind) {
    case 'path':
      path(context, shape);
      break;
    case 'text':
      text(context, shape);
      break;
    case 'image':
      context.drawImage(shape.source, 0, 0, shape.width, shape.height);
      break;
    case 'group':
      context.translate(shape.x, shape.y);
      if (shape.clip) {
        context.beginPath();
        context.rect(0, 0, shape.clip.width, shape.clip.height);
        context.clip();
      }
      for (const inner of shape.shapes) draw(context, inner);
      break;
  }
  context.restore();
}

function path(context: Context, shape: PathShape): void {
  const { d, fill, stroke, width = 1, dash, opacity = 1, rim, round } = shape;
  const outline = new Path2D(d);
  context.globalAlpha = opacity;
  context.lineWidth = width;
  context.lineCap = round ? 'round' : 'butt';
  context.setLineDash(dash ? [...dash] : []);
  const line = (): void => {
    if (!stroke) return;
    context.strokeStyle = stroke;
    context.stroke(outline);
  };
  if (rim) line();
  if (fill) {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (!rim) line();
}

function text(context: Context, shape: TextShape): void {
  const { size, family, weight = 400, italic, anchor = 'start', halo, upwards } = shape;
  context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`;
  context.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[anchor];
  context.translate(shape.x, shape.y);
  if (upwards) context.rotate(-Math.PI / 2);
  if (halo) {
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = halo;
    context.strokeText(shape.text, 0, 0);
  }
  context.fillStyle = shape.fill;
  context.fillText(shape.text, 0, 0);
}
