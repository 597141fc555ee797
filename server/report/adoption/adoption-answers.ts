import {
  type AdoptionFigure,
  type AdoptionFigureAnswer,
  AdoptionName,
  type AdoptionSummaryAnswer,
} from '../../contract/adoption.ts';
import type { View } from '../../contract/view.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { NO_WORK, nothingToShow } from './adoption-words.ts';
import { type AdoptionAsked, askedAdoption } from './asked-adoption.ts';
import { busyFigure } from './busy.ts';
import { depthFigure } from './depth.ts';
import { fateFigure } from './fate.ts';
import { funnelFigure } from './funnel.ts';
import { productionFigure } from './production.ts';
import { retentionFigure } from './retention.ts';
import { shareFigure } from './share.ts';
import { spreadFigure } from './spread.ts';
import { twoBasesFigure } from './use.ts';

const FIGURES: Readonly<Record<AdoptionName, (asked: AdoptionAsked) => AdoptionFigure>> = {
  share: shareFigure,
  funnel: funnelFigure,
  use: twoBasesFigure,
  depth: depthFigure,
  retention: retentionFigure,
  busy: busyFigure,
  fate: fateFigure,
  production: productionFigure,
  spread: spreadFigure,
};

/** In the order of their questions. */
export const ADOPTION_FIGURES: readonly AdoptionName[] = AdoptionName.enum;

/** One figure of adoption. Throws QuestionError as every question does. */
export function adoptionFigureAnswer(held: Held, name: AdoptionName, view: View): AdoptionFigureAnswer {
  const asked = askedAdoption(held, view);
  const figure = FIGURES[name](asked);
  return answer(asked, asked.alone && name !== 'use' ? nothingToShow(NO_WORK, figure.about) : figure);
}

/** What the page begins with: one sentence for each of its four questions, those of the figures. */
export function adoptionSummaryAnswer(held: Held, view: View): AdoptionSummaryAnswer {
  const asked = askedAdoption(held, view);
  const asking = asked.alone ? [twoBasesFigure] : [shareFigure, depthFigure, busyFigure, fateFigure];
  const figures = asking.map((figure) => figure(asked));
  const told = figures.filter(({ n }) => n > 0);
  // Where nothing can be told it is told once why.
  const sentences = told.length === 0 ? figures.slice(0, 1) : told;
  return answer(asked, { sentences: [...new Set(sentences.map(({ finding }) => `${finding}.`))] });
}

function answer<Data>({ held, question, warnings }: AdoptionAsked, data: Data) {
  const asked = { ...question.view, ai: [] };
  return envelope(held, asked, question.repositories.dataUntil, [...warnings], data);
}
