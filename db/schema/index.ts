export * from './immersions.ts';
export * from './nomenclatures.ts';
export * from './parametres.ts';
export * from './reseau.ts';
export * from './salaries.ts';
export * from './sollicitations.ts';
export * from './visites.ts';
export * from './vues.ts';
