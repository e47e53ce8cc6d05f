import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Modifier, type ModifierRule, modifierFinder, resolver } from '../../extractors/context/index.ts'
import { CONDITION_RULES } from '../../extractors/diagnoses/statements.ts'
import { MISSING_RULES } from '../../extractors/reasons/absence.ts'
import { notMeantBy } from '../../extractors/treatments/meant.ts'
import { INTERVENTION_RULES } from '../../extractors/treatments/status.ts'
import { findTerms } from '../../terminology/index.ts'
import distances from '../../vocabulary/context/distances.json' with { type: 'json' }
import notMeant from '../../vocabulary/context/not-meant.json' with { type: 'json' }
import sentences from '../../vocabulary/context/sentences.json' with { type: 'json' }
import vocabulary from '../../vocabulary/context/terminators.json' with { type: 'json' }
import classes from '../../vocabulary/context/word-classes.json' with { type: 'json' }

const FOLDER = join(import.meta.dirname, '..', '..', 'vocabulary', 'context', 'modifiers')
const { terminators } = vocabulary

const ofFiles = readdirSync(FOLDER).flatMap(
  name => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ModifierRule[],
)

/** "He has no {brace}.": the sentence, and the place of its target. */
function read(example: string) {
  const start = example.indexOf('{')
  const end = example.indexOf('}') - 1
  return { sentence: example.replace(/[{}]/g, ''), target: { start, end } }
}

describe('rules of context', () => {
  const rules = [...new Set([...CONDITION_RULES, ...INTERVENTION_RULES, ...MISSING_RULES])]

  it('are all in use, each with a unique id', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(ofFiles.map(({ id }) => id).sort())
    const ids = [...rules, ...terminators, ...classes].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s: a wording, a known category, a direction, a scope',
    (_, rule) => {
      expect(rule.id).toMatch(/^[a-z][a-z-]*[a-z]$/)
      expect([rule.literal, rule.pattern].filter(wording => wording !== undefined)).toHaveLength(1)
      expect(['forward', 'backward', 'bidirectional', 'pseudo']).toContain(rule.direction)
      expect([
      'present', 'possible', 'historical', 'received', 'planned', 'negated', 'not-done', 'hypothetical', 'missing', 'pseudo',
    ]).toContain(rule.category) // biome-ignore format: a list of words
      expect(rule.category === 'pseudo').toBe(rule.direction === 'pseudo')
      const ends = terminators.map(({ category }) => category)
      for (const category of [...rule.terminatedBy, ...(rule.blockedBy ?? [])]) expect(ends).toContain(category)
      expect(rule.maxScope === null || rule.maxScope >= 0).toBe(true)
    },
  )

  const sets: readonly (readonly [string, readonly ModifierRule[]])[] = [
    ['conditions', CONDITION_RULES],
    ['interventions', INTERVENTION_RULES],
    ['what is missing, looking forward', MISSING_RULES.filter(({ direction }) => direction === 'forward')],
    ['what is missing, looking backward', MISSING_RULES.filter(({ direction }) => direction === 'backward')],
  ]
  describe.each(sets)('of %s', (_, set) => {
    const find = modifierFinder(set)
    const decider = (example: string): [Modifier | null, readonly Modifier[]] => {
      const { sentence, target } = read(example)
      const found = find(sentence)
      return [resolver(sentence, found, [target])(target).modifier, found]
    }

    it.each(set.filter(({ direction }) => direction !== 'pseudo').map(rule => [rule.example, rule.id]))(
      '%s: %s',
      (example, id) => {
        expect(decider(example)[0]?.rule.id).toBe(id)
      },
    )

    it.each(set.filter(({ direction }) => direction === 'pseudo').map(rule => [rule.example, rule.id]))(
      '%s: %s, which decides nothing',
      (example, id) => {
        const [modifier, found] = decider(example)
        expect(found.map(({ rule }) => rule.id)).toContain(id)
        expect(['negated', 'not-done']).not.toContain(modifier?.category)
      },
    )
  })
})

describe('terminators', () => {
  it.each(terminators.map(each => [each.example, each] as const))('%s', (example, { pattern, side, category }) => {
    const { sentence, target } = read(example)
    const ends = new RegExp(pattern, 'i')
    // A new clause is known by the verb behind its subject, which is the target.
    if (category === 'new-clause') {
      expect(ends.exec(sentence)!.index).toBeLessThan(target.start)
      return
    }
    const between =
      side === 'before' && category !== 'oblique' && category !== 'finding'
        ? sentence.slice(target.end)
        : sentence.slice(0, target.start)
    expect(between).toMatch(ends)
  })

  it('are each named by a rule, or known to the resolution', () => {
    const named = [...CONDITION_RULES, ...INTERVENTION_RULES, ...MISSING_RULES].flatMap(rule => [
      ...rule.terminatedBy,
      ...(rule.blockedBy ?? []),
    ])
    const categories = new Set(terminators.map(({ category }) => category))
    expect([...categories].filter(category => !named.includes(category))).toEqual(['oblique'])
  })
})

it('classes of words are all used by a rule or another class', () => {
  const wordings = [...ofFiles.map(({ literal }) => literal ?? ''), ...classes.map(({ literal }) => literal)].join(' ')
  expect(classes.filter(({ id }) => !wordings.includes(`<${id}>`)).map(({ id }) => id)).toEqual([])
})

it.each(sentences.map(kind => [kind.example, kind.pattern]))(
  'the kind of sentence that "%s" is',
  (example, pattern) => {
    expect(example).toMatch(new RegExp(pattern, 'i'))
  },
)

it.each(notMeant.map(({ example, id }) => [example, id]))('%s is not meant: %s', (example, id) => {
  const { sentence, target } = read(example)
  const hit = findTerms(sentence).find(({ start, end }) => start === target.start && end === target.end)
  expect(hit && notMeantBy(sentence, hit)).toBe(id)
})

describe('distances', () => {
  const find = modifierFinder(INTERVENTION_RULES)
  const denied = (example: string): boolean => {
    const { sentence, target } = read(example)
    return resolver(sentence, find(sentence), [target])(target).denied
  }

  it.each([
    ['adjacent-negation', true],
    ['granted', false],
    ['next', false],
    ['phrase-before', false],
  ])('%s: the example is denied: %s', (id, expected) => {
    expect(denied(distances.find(each => each.id === id)!.example)).toBe(expected)
  })
})
