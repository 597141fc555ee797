import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';

export const DefinitionsAnswer = answerOf(Type.Object({}), Type.Array(Definition));
export type DefinitionsAnswer = Static<typeof DefinitionsAnswer>;
