export type * from './definition.ts';
export type * from './definitions.ts';
export type * from './organisation.ts';
export type * from './series.ts';
export type * from './status.ts';
export type * from './teams.ts';
export type * from './view.ts';
