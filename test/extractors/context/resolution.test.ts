import { describe, expect, it } from 'vitest'
import { type Modifier, resolver } from '../../../extractors/context/index.ts'
import { modifierFinder } from '../../../extractors/context/modifiers.ts'
import { CONDITION_RULES } from '../../../extractors/diagnoses/statements.ts'
import { INTERVENTION_RULES } from '../../../extractors/treatments/status.ts'

const finders = { conditions: modifierFinder(CONDITION_RULES), interventions: modifierFinder(INTERVENTION_RULES) }

/** What a sentence says about each target in braces: the category and words of the deciding modifier, or "-". */
function read(of: keyof typeof finders, marked: string): string[] {
  const sentence = marked.replace(/[{}]/g, '')
  const targets = Array.from(marked.matchAll(/\{([^}]*)\}/g), ({ 1: words, index }, at) => ({
    start: index - 2 * at,
    end: index - 2 * at + words!.length,
  }))
  const resolve = resolver(sentence, finders[of](sentence), targets)
  const said = (modifier: Modifier | null, denied: boolean): string =>
    modifier ? `${denied ? 'denied' : modifier.category}: ${sentence.slice(modifier.start, modifier.end)}` : '-'
  return targets.map(target => {
    const { modifier, denied } = resolve(target)
    return said(modifier, denied)
  })
}

describe('the sentence of the documentation', () => {
  it('is read as documented', () => {
    expect(
      read('interventions', 'An {MRI} was requested, but the worker has had no {surgery}, and {Norco} was continued.'),
    ).toEqual(['planned: was requested', 'denied: no', 'received: was continued'])
  })
})

describe('what follows a target decides before what precedes it', () => {
  it.each([
    ['interventions', 'The request for an {MRI} was denied.', ['planned: was denied']],
    [
      'interventions',
      'He completed {massage} and an {MRI} was ordered.',
      ['received: completed', 'planned: was ordered'],
    ],
    ['interventions', '{PT} and {massage} were not tried.', ['denied: were not tried', 'denied: were not tried']],
    ['interventions', 'After {PT} he was not given a {brace}.', ['-', 'denied: was not given']],
    ['conditions', 'Diagnoses: {gout}, and {asthma} was ruled out.', ['present: Diagnoses:', 'denied: was ruled out']],
    ['conditions', '{Gout} and {asthma} were ruled out.', ['denied: were ruled out', 'denied: were ruled out']],
    ['conditions', 'The diagnosis of {gout} is unlikely.', ['possible: is unlikely']],
  ] as const)('%s: %s', (of, sentence, expected) => {
    expect(read(of, sentence)).toEqual(expected)
  })
})

describe('of what precedes it, the nearest decides', () => {
  it.each([
    [
      'interventions',
      'He was advised to begin {massage} and continue {Norco}.',
      ['planned: was advised to begin', 'received: continue'],
    ],
    ['conditions', 'Diagnoses: possible {gout}, {asthma}.', ['possible: possible', 'present: Diagnoses:']],
    [
      'conditions',
      'Diagnoses: possible left hip {strain} and right hip {bruise}.',
      ['possible: possible', 'present: Diagnoses:'],
    ],
    ['conditions', 'Diagnoses: {strain} versus {bruise}.', ['possible: versus', 'possible: versus']],
  ] as const)('%s: %s', (of, sentence, expected) => {
    expect(read(of, sentence)).toEqual(expected)
  })
})

describe('negation', () => {
  it.each([
    ['no prior', 'There were no prior {injections}.', ['denied: no prior']],
    ['a list', 'He has had no {surgery}, {injections}, or {massage}.', ['denied: no', 'denied: no', 'denied: no']],
    [
      'an item of a list',
      'Treatment has included {ice}, no {surgery}, {massage}.',
      ['received: Treatment has included', 'denied: no', 'received: Treatment has included'],
    ],
    ['until "but"', 'He had no {surgery} but used {ice}.', ['denied: no', 'received: used']],
    ['of an act', 'The requested {MRI} was not done.', ['planned: The requested']],
    ['none in "not only"', 'He used not only {ice} but also {heat}.', ['received: used', 'received: used']],
    ['none in a double one', 'She had no treatment other than {ice}.', ['received: had']],
    ['of the rest of a reason', 'There was no sign that he had tried {massage}.', ['denied: There was no']],
  ])('%s', (_, sentence, expected) => {
    expect(read('interventions', sentence)).toEqual(expected)
  })
})
