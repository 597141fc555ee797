import type {
  AdoptionFigureAnswer,
  AdoptionName,
  AdoptionSummaryAnswer,
  View,
} from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { useAnswer } from './flow.ts';

export function useAdoption(view: View, settled: boolean) {
  return useAnswer<AdoptionSummaryAnswer>('adoption', routes.adoption + queryOf(view), settled);
}

export function useAdoptionFigure(figure: AdoptionName, view: View, settled: boolean) {
  const path = routes.adoptionFigure.replace(':figure', figure);
  return useAnswer<AdoptionFigureAnswer>('adoption-figure', path + queryOf(view), settled);
}
