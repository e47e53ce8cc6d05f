/**
 * What the words around a condition or an intervention say of it, in the manner of ConText (Harkema and others, 2009).
 * A **target** is a name in a sentence; a **modifier** is the wording of a rule of `vocabulary/context` in the same
 * sentence, with a **category** (what it says) and a **direction** (on which side of it its targets stand). Its
 * **scope** goes from it to the nearest **terminator** of the categories that its rule names, and no farther than
 * `maxScope` characters. **Resolution** decides between the modifiers in whose scopes a target stands:
 *
 *     An MRI was requested, but the worker has had no surgery, and Norco was continued.
 *     └────┘└── planned ──┘                        └┘└─────┘       └───┘└─ received ──┘
 *     target └─ backward                     negated, forward      target └─ backward
 *
 * "no" reaches the surgery; its scope ends at ", and", a terminator of clauses. "was requested" reaches the MRI and
 * nothing behind it. No modifier that speaks of Norco denies it, so that it was received.
 *
 * 1. What stands behind a target decides before what stands in front of it, if the target can be its subject.
 * 2. Of what stands in front, the nearest decides.
 * 3. A negation that governs a target also denies what a local modifier says of it ("no prior surgery"); a negation of
 *    an act ("was not done") leaves a target what else is said of it ("the requested MRI was not done" is still asked for).
 * 4. A pseudo-modifier ("not only") hides the modifiers that its words would be.
 *
 * Everything here is pure, and offsets count in the sentence.
 */
export { type Category, type Modifier, type ModifierRule, modifierFinder } from './modifiers.ts'
export { type Resolution, resolver } from './resolution.ts'
export { type ScopedModifier, scoped } from './scope.ts'
