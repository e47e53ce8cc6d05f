/**
 * What people say about records: that a value is right, wrong, missing or should not be there.
 *
 * - *correction*: one such statement, with its author and time; the last one for a pointer applies
 * - *log*: all corrections of a run, in an append-only file
 * - *corrected record*: a record with corrections applied; those that no longer fit it are *lost*
 */
export { applyCorrections, type Corrected } from './apply.ts'
export { type Correction, correction, inForce } from './correction.ts'
export { goldOf } from './gold.ts'
export { fromLabelStudio, LABEL_STUDIO_CONFIG, labelStudioExport, labelStudioTask } from './label-studio.ts'
export { addCorrection, readCorrections } from './log.ts'
