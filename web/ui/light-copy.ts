const drawnProperties = [
  'fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray stroke-linecap stroke-linejoin paint-order opacity',
  'font-family font-size font-weight font-variant-numeric text-anchor display visibility',
]
  .join(' ')
  .split(' ');

/** A part of a drawing as it is to be painted, in pixels from the drawing's corner. */
export type DrawnSvg = { source: string; x: number; y: number; width: number; height: number };
/** A line of words beside the charts; `y` is its middle. */
export type DrawnWords = { text: string; font: string; ink: string; x: number; y: number };

export type LightCopy = {
  width: number;
  height: number;
  svgs: DrawnSvg[];
  words: DrawnWords[];
  ground: string;
  ink: string;
  quiet: string;
  attention: string;
  family: string;
};

/**
 * A drawing as texts that stand by themselves: each part carries what the style sheets make of it under the light theme,
 * whatever theme the page is in. The copy is laid out out of sight, as wide as the drawing, and taken away again.
 */
export function lightCopy(drawing: HTMLElement): LightCopy {
  const { width, height } = drawing.getBoundingClientRect();
  const stage = document.createElement('div');
  stage.inert = true;
  stage.style.cssText = `position: fixed; inset-block-start: 0; inset-inline-start: -${width * 4}px; inline-size: ${width}px; color-scheme: light; background: var(--ground); color: var(--ink)`;
  const copy = drawing.cloneNode(true);
  const aside = document.createElement('span');
  stage.append(copy, aside);
  // Beside the drawing itself, so that what holds for the parts of a figure holds for the copy.
  (drawing.parentElement ?? document.body).append(stage);
  const coloured = (color: string) => {
    aside.style.color = color;
    return getComputedStyle(aside).color;
  };
  const { left, top } = stage.getBoundingClientRect();
  const styled = getComputedStyle(stage);
  const looks = {
    ground: styled.backgroundColor,
    ink: styled.color,
    quiet: coloured('var(--ink-quiet)'),
    attention: coloured('var(--attention)'),
    family: styled.fontFamily,
  };
  const words = wordsOf(stage, left, top);
  const charts = [...stage.querySelectorAll('svg')].filter(
    (svg) => svg.parentElement?.closest('svg') === null,
  );
  const svgs = charts.map((svg) => svgOf(svg, left, top));
  stage.remove();
  return { width, height, svgs, words, ...looks };
}

function svgOf(svg: SVGSVGElement, left: number, top: number): DrawnSvg {
  const box = svg.getBoundingClientRect();
  // All are read before any is changed: a part without its class would change what its children compute to.
  const parts = [svg, ...svg.querySelectorAll('*')].map((part) => ({
    part,
    look: drawnProperties.map((name) => [name, getComputedStyle(part).getPropertyValue(name)] as const),
  }));
  for (const { part, look } of parts) {
    part.removeAttribute('class');
    part.removeAttribute('style');
    for (const [name, value] of look) part.setAttribute(name, value);
  }
  for (const unseen of svg.querySelectorAll('title, desc')) unseen.remove();
  svg.setAttribute('width', String(box.width));
  svg.setAttribute('height', String(box.height));
  const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  return { source: new XMLSerializer().serializeToString(svg), ...place };
}

/** Words that stand in the drawing but in no chart, such as the names of lanes; a text of several lines comes line by line. */
function wordsOf(stage: HTMLElement, left: number, top: number): DrawnWords[] {
  const found: DrawnWords[] = [];
  const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (
      parent === null ||
      parent.closest('svg, .heard') ||
      !parent.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const { color, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
    for (const { text, box } of linesOf(texts.currentNode)) {
      const place = { x: box.left - left, y: (box.top + box.bottom) / 2 - top };
      found.push({
        text,
        font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`,
        ink: color,
        ...place,
      });
    }
  }
  return found;
}

/** A text as it is broken into lines, by where its words stand. */
function linesOf(text: Node): { text: string; box: DOMRect }[] {
  const lines: { text: string; box: DOMRect }[] = [];
  for (const word of (text.textContent ?? '').matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2) last.text += ` ${word[0]}`;
    else if (box.width > 0) lines.push({ text: word[0], box });
  }
  return lines;
}
