/**
 * What several rooms need of the disk: files that appear whole or not at all, files with one JSON value per line, and
 * plain words for disk errors.
 */
export { draftIn, isAlive, publish, publishAt, publishText, sweep, syncFolder } from './atomic.ts'
export { describeDiskError, isDiskFault, messageOf } from './faults.ts'
export { type LineWriter, linesIn, lineWriter, type PlacedLine, readLines, readPlacedLines } from './lines.ts'
export { MACHINE } from './machine.ts'
export { openScratch } from './scratch.ts'
export { textIfThere } from './text.ts'
