/** The sample letters, and how they are printed. */
export { sources } from './make.ts'
export { printPdf } from './print-pdf.ts'
export { printText } from './print-text.ts'
