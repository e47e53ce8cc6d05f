/**
 * What people say of records: that a value is right, is another, is missing or should not be there.
 *
 * - *correction*: one such word, with who said it and when; the last one on a pointer holds
 * - *log*: all corrections of a run, in a file that only grows
 * - *corrected record*: a record to which corrections were applied; those that no longer fit it are *lost*
 */
export { applyCorrections, type Corrected } from './apply.ts'
export { type Correction, correction, inForce } from './correction.ts'
export { goldOf } from './gold.ts'
export { fromLabelStudio, LABEL_STUDIO_CONFIG, labelStudioExport, labelStudioTask } from './label-studio.ts'
export { addCorrection, readCorrections } from './log.ts'
