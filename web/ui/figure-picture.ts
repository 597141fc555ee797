import { number } from '../../server/words/number.ts';
import { type FigureNote, noteLines } from './figure-note.ts';
import { lightCopy } from './light-copy.ts';
import { wrapped } from './wrapped.ts';

export type Picture = {
  readonly finding: string;
  readonly asked: string;
  /** Null: the coverage says it. */
  readonly n: number | null;
  readonly coverage: string;
  readonly notes?: readonly FigureNote[];
  readonly dataLine: string;
  readonly address: string;
  readonly demo: boolean;
};

const DEMO = 'Demo data: this organisation does not exist';
const density = 2;
const margin = 24;
/** Between the drawing and what is written above and below it. */
const air = 14;

/** The drawing as a PNG of twice its size, always in the light theme, with what a slide must say beside it. */
export async function figurePicture(drawing: HTMLElement, picture: Picture): Promise<Blob> {
  const { width, height, svgs, words, ground, ink, quiet, attention, family } = lightCopy(drawing);
  const images = await Promise.all(svgs.map(async (svg) => ({ ...svg, image: await imageOf(svg.source) })));

  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (paper === null) throw new Error('This browser draws no pictures.');
  const lines = (texts: readonly string[], font: string, color: string, lineHeight: number) => {
    paper.font = font;
    return texts
      .flatMap((text) => wrapped(text, width, (part) => paper.measureText(part).width))
      .map((text) => ({ text, font, ink: color, height: lineHeight }));
  };
  const small = `13px ${family}`;
  const above = [
    ...lines([picture.finding], `600 20px ${family}`, ink, 26),
    ...lines(picture.demo ? [DEMO] : [], `600 14px ${family}`, attention, 22),
    ...lines([picture.asked], small, quiet, 20),
  ];
  const basis = picture.n === null ? picture.coverage : `n = ${number(picture.n)}. ${picture.coverage}`;
  const origin = `${picture.dataLine} Uptake, ${picture.address}`;
  const below = lines([...noteLines(picture.notes ?? []), basis, origin], small, quiet, 19);
  const sum = (all: readonly { height: number }[]) => all.reduce((total, line) => total + line.height, 0);

  // Sizing a canvas clears its state, so everything is measured before and drawn after.
  canvas.width = Math.round((width + 2 * margin) * density);
  canvas.height = Math.round((sum(above) + height + sum(below) + 2 * (margin + air)) * density);
  paper.scale(density, density);
  paper.fillStyle = ground;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  let y = margin;
  const write = (all: typeof above) => {
    for (const line of all) {
      paper.font = line.font;
      paper.fillStyle = line.ink;
      paper.fillText(line.text, margin, y + line.height * 0.75);
      y += line.height;
    }
  };
  write(above);
  y += air;
  for (const { image, ...at } of images) paper.drawImage(image, margin + at.x, y + at.y, at.width, at.height);
  paper.textBaseline = 'middle';
  for (const line of words) {
    paper.font = line.font;
    paper.fillStyle = line.ink;
    paper.fillText(line.text, margin + line.x, y + line.y);
  }
  paper.textBaseline = 'alphabetic';
  if (picture.demo) {
    paper.fillStyle = ink;
    watermark(paper, family, { x: margin + width / 2, y: y + height / 2, width });
  }
  y += height + air;
  write(below);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('No picture came out.')) : resolve(blob)),
      'image/png',
    );
  });
}

async function imageOf(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  return image;
}

/** The middle of a drawing. */
type DrawnAt = { x: number; y: number; width: number };

/** Across the drawing itself, so that a part cut out of the picture says it too. */
function watermark(paper: CanvasRenderingContext2D, family: string, on: DrawnAt): void {
  const size = Math.min(64, on.width / 6);
  paper.save();
  paper.translate(on.x, on.y);
  paper.rotate(-Math.PI / 12);
  paper.font = `700 ${size}px ${family}`;
  paper.textAlign = 'center';
  paper.globalAlpha = 0.1;
  paper.fillText('Demo data', 0, size / 3);
  paper.restore();
}
