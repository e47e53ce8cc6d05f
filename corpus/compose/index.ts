import type { LetterSource } from '../letter.ts'
import { composeA } from './a.ts'
import { composeB } from './b.ts'
import { composeC } from './c.ts'
import { composeD } from './d.ts'
import type { Paragraph } from './paragraph.ts'

const FORMS = { A: composeA, B: composeB, C: composeC, D1: composeD, D2: composeD, D3: composeD, E: composeD } as const

/** The letter in reading order; forms D and E below the header table. */
export const compose = (letter: LetterSource): readonly Paragraph[] => FORMS[letter.form](letter)
