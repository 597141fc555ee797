import { copyText } from './clipboard.ts';
import { download } from './download.ts';
import { type CsvFigure, figureCsv } from './figure-csv.ts';
import { figureMarkdown, type MarkdownFigure } from './figure-markdown.ts';
import { figurePicture, type Picture } from './figure-picture.ts';

/** The ways in which a figure leaves the page; each says in a sentence what came of it. */

type Named = { readonly name: string };

/** As a picture of what is drawn, if anything is. */
export async function savePicture(
  figure: Named & Omit<Picture, 'address'>,
  drawing: HTMLElement | null,
): Promise<string> {
  if (drawing?.querySelector('svg') == null) return 'There is no chart to draw.';
  const picture = await figurePicture(drawing, { ...figure, address: location.href });
  download(picture, `${figure.name}.png`);
  return 'Picture saved.';
}

/** As a file of the table's numbers, for figures that the server gives no file of. */
export async function saveNumbers(figure: CsvFigure & { readonly csvName: string }): Promise<string> {
  download(new Blob([figureCsv(figure)], { type: 'text/csv;charset=utf-8' }), figure.csvName);
  return 'Numbers saved.';
}

/** As Markdown on the clipboard. */
export async function copyMarkdown(figure: MarkdownFigure): Promise<string> {
  const copied = await copyText(figureMarkdown(figure, location.href));
  return copied ? 'Copied as Markdown.' : 'The browser did not let us copy.';
}
