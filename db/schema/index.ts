export * from './immersions.ts';
export * from './parametres.ts';
export * from './reseau.ts';
export * from './salaries.ts';
export * from './sollicitations.ts';
