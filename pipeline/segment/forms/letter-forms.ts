import { formA } from './a.ts'
import { formB } from './b.ts'
import { formC } from './c.ts'
import { formD1, formD2, formD3, formE } from './d.ts'
import type { LetterForm } from './form.ts'

/** All known forms, oldest first. */
export const LETTER_FORMS: readonly LetterForm[] = [formA, formB, formC, formD1, formD2, formD3, formE]
