import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes any number of different letters in a published form, with invented words. */
export function writeLetters(folder: string, count: number): void {
  for (let number = 0; number < count; number++) {
    const shard = join(folder, String(Math.floor(number / 1000)).padStart(4, '0'))
    if (number % 1000 === 0) mkdirSync(shard, { recursive: true })
    const { ending, text } =
      BAD_ONE_IN > 0 && number % BAD_ONE_IN === 7 ? bad(number) : { ending: 'txt', text: letter(number) }
    writeFileSync(join(shard, `${String(number).padStart(6, '0')}.${ending}`), text)
  }
}

const BAD_ONE_IN = 50

function bad(number: number): { ending: string; text: string } {
  const kind = Math.floor(number / BAD_ONE_IN) % 3
  if (kind === 0) return { ending: 'txt', text: `A shopping list, and not even a long one: ${number} eggs.` }
  if (kind === 1) return { ending: 'pdf', text: `no PDF, whatever its name says ${number}` }
  return { ending: 'txt', text: `a picture \0 of ${number}` }
}

const PARTS = ['knee', 'shoulder', 'ankle', 'wrist', 'elbow', 'hip']
const SERVICES = ['MRI', 'Physical therapy twelve sessions', 'Ultrasound', 'Acupuncture six visits']
const TREATMENTS = ['physical therapy', 'ibuprofen 800 mg', 'a brace', 'acupuncture', 'home exercise', 'naproxen']

function letter(number: number): string {
  const pick = <T>(from: readonly T[], step: number): T => from[Math.floor(number / step) % from.length]!
  const side = number % 2 === 0 ? 'left' : 'right'
  const part = pick(PARTS, 2)
  const items = 1 + (number % 3)
  const month = 1 + (number % 12)
  return `${[
    `Case Number: CM16-${String(9_000_000 + number).padStart(7, '0')}\nDate Assigned: 05/09/2016 Date of Injury: ${month}/04/2015\nDecision Date: 06/02/2016 UR Denial Date: 04/20/2016\nPriority: Standard Application\nReceived:\n05/02/2016`,
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer. The reviewer weighed the medical\ncondition and disputed items/Service.',
    'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California, Nevada\nCertification(s)/Specialty: Physical Medicine & Rehabilitation',
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the case\nfile, including all medical records:',
    `The injured worker is a ${25 + (number % 40)} year old ${number % 3 ? 'male' : 'female'}, who sustained an industrial injury on ${month}-4-15 when crate ${number} fell from a shelf. The injured worker was diagnosed as having ${side} ${part} sprain, ${side} ${part} pain and lumbar strain. Treatment to date has included ${pick(TREATMENTS, 1)}, ${pick(TREATMENTS, 6)} and ${2 + (number % 20)} visits of chiropractic care. In a progress report dated ${month}-20-16, the injured worker complains of ${side} ${part} pain rated ${1 + (number % 9)} out of 10 with stiffness in the morning. Physical examination showed tenderness to palpation, a decreased range of motion and normal strength. The plan of care included ${pick(TREATMENTS, 3)} and a follow up visit. On 4-20-16, utilization review non-certified the requests below.`,
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    ...Array.from({ length: items }, (_, at) => item(number + at, `${side} ${part}`)),
  ].join('\n\n')}\n`
}

function item(number: number, where: string): string {
  const service = SERVICES[number % SERVICES.length]!
  const upheld = number % 4 !== 0
  return [
    `${service} for the ${where}: ${upheld ? 'Upheld' : 'Overturned'}`,
    'Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines.',
    'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care, Special Studies.',
    `Decision rationale: The cited chapter asks for a trial of less before more of the ${where} is treated. Note ${number} of the file ${upheld ? 'does not speak of any' : 'speaks of two'}. Therefore, the request ${upheld ? 'is not' : 'is'} medically necessary.`,
  ].join('\n\n')
}

/**
 * Copies the PDFs of a folder, each so many times: the copies differ in line breaks after the end.
 *
 * @returns how many letters there are then
 */
export function copyLetters(source: string, target: string, copies: number): number {
  mkdirSync(target)
  const pdfs = readdirSync(source).filter(name => name.endsWith('.pdf'))
  for (const name of pdfs) {
    const bytes = readFileSync(join(source, name))
    for (let copy = 0; copy < copies; copy++)
      writeFileSync(join(target, `${copy}-${name}`), Buffer.concat([bytes, lineBreaks(copy)]))
  }
  return pdfs.length * copies
}

/** A number as line breaks, which a file may end with: copies differ, and are read as the letter is. */
const lineBreaks = (copy: number): Buffer =>
  Buffer.from(copy.toString(2).replaceAll('0', '\r').replaceAll('1', '\n'), 'latin1')
