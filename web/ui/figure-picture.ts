import { number } from '../../server/words/number.ts';
import { wrapped } from './wrapped.ts';

export type Picture = {
  readonly finding: string;
  readonly asked: string;
  readonly n: number;
  readonly coverage: string;
  readonly dataLine: string;
  readonly address: string;
  readonly demo: boolean;
};

const drawnProperties = [
  'fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray stroke-linecap stroke-linejoin paint-order opacity',
  'font-family font-size font-weight font-variant-numeric text-anchor',
]
  .join(' ')
  .split(' ');
const DEMO = 'Demo data: this organisation does not exist';
const density = 2;
const margin = 24;

/** The chart as a PNG of twice its size, always in the light theme, with what a slide must say beside it. */
export async function figurePicture(svg: SVGSVGElement, picture: Picture): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const { source, ground, ink, quiet, attention, family } = lightCopy(svg, width, height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();

  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (paper === null) throw new Error('This browser draws no pictures.');
  const lines = (text: string, font: string) => {
    paper.font = font;
    return wrapped(text, width, (part) => paper.measureText(part).width);
  };
  const title = `600 20px ${family}`;
  const small = `13px ${family}`;
  const warning = `600 14px ${family}`;
  const above = [
    ...lines(picture.finding, title).map((text) => ({ text, font: title, ink, height: 26 })),
    ...(picture.demo ? lines(DEMO, warning) : []).map((text) => ({
      ...{ text, font: warning, ink: attention, height: 22 },
    })),
    ...lines(picture.asked, small).map((text) => ({ text, font: small, ink: quiet, height: 20 })),
  ];
  const below = [
    `n = ${number(picture.n)}. ${picture.coverage}`,
    `${picture.dataLine} Uptake, ${picture.address}`,
  ]
    .flatMap((text) => lines(text, small))
    .map((text) => ({ text, font: small, ink: quiet, height: 19 }));
  const sum = (all: readonly { height: number }[]) => all.reduce((total, line) => total + line.height, 0);

  // Sizing a canvas clears its state, so everything is measured before and drawn after.
  canvas.width = Math.round((width + 2 * margin) * density);
  canvas.height = Math.round((sum(above) + height + sum(below) + 2 * margin + 28) * density);
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
  paper.drawImage(image, margin, y + 14, width, height);
  if (picture.demo) watermark(paper, family, { x: margin + width / 2, y: y + 14 + height / 2, width });
  y += height + 28;
  write(below);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('No picture came out.')) : resolve(blob)),
      'image/png',
    );
  });
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

/** The drawing as text that stands by itself: each part carries what the style sheets made of it under the light theme. */
function lightCopy(svg: SVGSVGElement, width: number, height: number) {
  const stage = document.createElement('div');
  stage.inert = true;
  stage.style.cssText = `position: fixed; inset-inline-start: -${width * 4}px; color-scheme: light; background: var(--ground)`;
  stage.style.color = 'var(--ink)';
  const aside = document.createElement('span');
  const copy = svg.cloneNode(true);
  stage.append(copy, aside);
  document.body.append(stage);
  const coloured = (color: string) => {
    aside.style.color = color;
    return getComputedStyle(aside).color;
  };
  const styled = getComputedStyle(stage);
  const looks = {
    ground: styled.backgroundColor,
    ink: styled.color,
    quiet: coloured('var(--ink-quiet)'),
    attention: coloured('var(--attention)'),
    family: styled.fontFamily,
  };
  // All are read before any is changed: a part without its class would change what its children compute to.
  const parts = [...stage.querySelectorAll('svg, svg *')].map((part) => ({
    part,
    look: drawnProperties.map((name) => [name, getComputedStyle(part).getPropertyValue(name)] as const),
  }));
  for (const { part, look } of parts) {
    part.removeAttribute('class');
    part.removeAttribute('style');
    for (const [name, value] of look) part.setAttribute(name, value);
  }
  for (const unseen of stage.querySelectorAll('title, desc')) unseen.remove();
  const top = stage.querySelector('svg');
  top?.setAttribute('width', String(width));
  top?.setAttribute('height', String(height));
  stage.remove();
  return { ...looks, source: new XMLSerializer().serializeToString(copy) };
}
