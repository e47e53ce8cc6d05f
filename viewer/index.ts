/**
 * Lets people look at a run: search its decisions, open a letter, check a value and correct it.
 *
 * - *unit*: what is searched for and found, a disputed item with its letter
 * - *facet*: a property by which results are counted and filtered
 * - *viewed run*: the folder of an ingest, its index, and the corrections of its records
 * - *browser*: the modules that run in the page
 */
export { type IndexFolder, indexFolder } from './run/index-folder.ts'
export { hasResults, isFresh } from './run/viewed-run.ts'
export { startView, type ViewOptions } from './server/server.ts'
export { letterPage } from './server/standalone.ts'
