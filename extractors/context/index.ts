/**
 * What the words around a condition or an intervention say about it, following ConText (Harkema and others, 2009). A
 * **target** is a name in a sentence; a **modifier** is the wording of a rule of `vocabulary/context` in the same
 * sentence, with a **category** (what it says) and a **direction** (on which side its targets are). Its **scope**
 * extends from it to the nearest **terminator** of the categories that its rule names, but at most `maxScope`
 * characters. **Resolution** decides between the modifiers whose scopes contain a target:
 *
 *     An MRI was requested, but the worker has had no surgery, and Norco was continued.
 *     └────┘└── planned ──┘                        └┘└─────┘       └───┘└─ received ──┘
 *     target └─ backward                     negated, forward      target └─ backward
 *
 * "no" reaches the surgery; its scope ends at ", and", a terminator of clauses. "was requested" reaches the MRI and
 * nothing after it. No modifier denies Norco, so it was received.
 *
 * 1. A modifier after the target takes precedence over those before it, if the target can be its subject.
 * 2. Of those before it, the nearest decides.
 * 3. A negation that governs a target also denies what a local modifier says about it ("no prior surgery"); a negation
 * of an act ("was not done") leaves other statements about the target intact ("the requested MRI was not done" is still
 * requested).
 * 4. A pseudo-modifier ("not only") hides the modifiers that its words would otherwise be.
 *
 * Everything here is pure, and offsets count in the sentence.
 */
export { type Category, type Modifier, type ModifierRule, modifierFinder } from './modifiers.ts'
export { type Resolution, resolver } from './resolution.ts'
export { type ScopedModifier, scoped } from './scope.ts'
