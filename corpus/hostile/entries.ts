import { empty } from './empty.ts'
import { disguised, odd, undecodable } from './encodings.ts'
import type { HostileEntry } from './entry.ts'
import { links } from './links.ts'
import { repairablePdf } from './must-succeed.ts'
import { names, words } from './names.ts'
import { otherDocuments } from './other-documents/index.ts'
import { letterParts, severalLetters } from './parts.ts'
import { pdfBombs } from './pdf/bombs.ts'
import { pdfBroken, pdfDamaged } from './pdf/broken.ts'
import { encryptedPdf } from './pdf/encrypted.ts'
import { floodedLetters, textFloods } from './text-floods.ts'
import { type } from './type.ts'

/** All entries, family by family. */
export const HOSTILE: readonly HostileEntry[] = [
  ...empty,
  ...type,
  ...pdfBroken,
  ...pdfDamaged,
  ...encryptedPdf,
  ...pdfBombs,
  ...textFloods,
  ...floodedLetters,
  ...severalLetters,
  ...letterParts,
  ...otherDocuments,
  ...undecodable,
  ...disguised,
  ...odd,
  ...repairablePdf,
  ...words,
  ...names,
  ...links,
]
