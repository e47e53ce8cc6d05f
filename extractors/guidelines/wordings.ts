/**
 * The sentences in which letters say what was cited, apart from the works themselves.
 *
 * Forms D and E:
 *
 *     Decision based on MTUS Low Back Complaints 2004.
 *     Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.
 *     The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.
 *     The Expert Reviewer did not cite any medical evidence for its decision.
 *
 * Forms A, B and C:
 *
 *     The Expert Reviewer relied on the Knee Complaints Chapter (2004), page 341, which is part of the MTUS, and on the
 *     Official Disability Guidelines (ODG), Knee Chapter, which is not part of the MTUS.
 *     The MTUS does not address gym memberships.
 */

import { SCHEDULE } from './names.ts'

/** The word Citation is occasionally missing. */
export const STATEMENT = new RegExp(
  String.raw`\b(?<says>Decision (?:is |was )?based on (?:the )?(?:(?<other>Non-? ?)MTUS\b|${SCHEDULE}(?:(?<=\))|\b)))(?: Citations?\b)?:?`,
  'gi',
)

const SIDE = `(?:the )?(?:claims administrator|(?:(?:expert|independent|physician|medical|professional) )*reviewer)`

/** "their decision" in form D, "its" and "his/her" in others. */
const DECISION = '(?:its|his/her|his or her|his|her|their|the|this) (?:decision|determination)'

/** A side relied on something other than the MTUS. */
export const OUTSIDE = new RegExp(
  String.raw`\brecommendation\(s\) outside of the MTUS|\bdid not base ${DECISION} on the MTUS`,
  'i',
)

/** A side cited no evidence. */
export const NONE =
  /\bdid not (?:cite|provide|reference|rely (?:up)?on) any (?:specific )?(?:medical |clinical )?(?:evidence|guidelines?|citations?|sources?)|\bcited no (?:medical )?(?:evidence|guidelines?)|\b(?:none|no (?:medical )?(?:evidence|guidelines?)(?: basis)?)(?: (?:was|were))? (?:cited|relied upon)/i

/**
 * The whole sentence around the words that state it: "The Expert Reviewer did not cite any evidence basis for its
 * decision"
 */
export const BASIS = new RegExp(
  String.raw`\b(?:${SIDE} )?(?:based ${DECISION} on )?(?:${OUTSIDE.source}|${NONE.source})(?: guidelines)?(?:[- ]based guidelines?)?(?: basis)?(?: (?:for|in support of) ${DECISION})?`,
  'gi',
)

const GUIDELINES = `(?:${SCHEDULE}(?: guidelines?)?)`

/** ", which is part of the MTUS": each work states for itself whether it is. */
export const MEMBERSHIP = new RegExp(
  String.raw`[,;]? ?\(?\b(?:(?<neither>(?:neither|none) of )?(?:which|that) (?:is|are|was|were) |(?:and )?(?:is|are) |as |being )?(?<not>not )?(?:a |included |contained |found )?(?:part of|within|in|from) (?:the )?${GUIDELINES}\)?`,
  'gi',
)

/** Words before the works: "The Expert Reviewer based his/her decision on the", "the following guideline was used:" */
export const INTRODUCTION = new RegExp(
  String.raw`\b(?:${SIDE}(?:'s)? (?:(?:has|have|also|further|primarily|mainly|then) )*)?(?:based (?:${DECISION}|opinion) (?:up)?on|(?:decision|determination) (?:is|was) based (?:up)?on|(?<!(?:was|were|is|are) (?:also )?)(?:relied|relies) (?:up)?on|(?<=reviewer (?:also )?|administrator (?:also )?)(?:cited|used|applied|consulted|referenced|utilized|considered))(?: both)?(?: the)?\b|\bfollowing [a-z ]{4,40} (?:was|were) (?:used|relied (?:up)?on|cited|applied|considered)[a-z /]{0,40}:|\b(?:guidelines?(?:\(s\))?|references?|sources?|citations?)(?: (?:relied upon|used|cited))?:`,
  'gi',
)

/** After the works: "… was relied upon by the professional reviewer" */
export const APPLIED = new RegExp(
  String.raw`,? (?:was|were|is|are) (?:also )?(?:relied (?:up)?on|used|applied|cited|consulted|considered|utilized|referenced)(?: by ${SIDE})?(?: (?:in|for) (?:making|reaching) ${DECISION})?\b`,
  'i',
)

/** "The MTUS is silent on gym memberships", "No section of the MTUS was applicable": cites nothing. */
export const SILENT = new RegExp(
  String.raw`(?:\b${SIDE} (?:also )?(?:found|stated|noted|determined|concluded) (?:that )?)?\b(?:(?:the )?(?:${GUIDELINES}|ACOEM|guidelines?)(?:(?: and|,) (?:the )?(?:ACOEM|MTUS))?(?: guidelines?)? (?:(?:is|are|was|were) silent|(?:does|do|did) not (?:specifically |directly )?(?:address|discuss|mention|cover|contain|apply))|no (?:section|chapter|part|portion|guideline)s? (?:of|in|within) the ${GUIDELINES} (?:is|was|were|are) (?:applicable|relevant))[^.;:]*?(?=,? (?:and )?(?:so|therefore|thus|hence)\b|,? and (?:also )?(?:relied|based|the)\b|,? (?:the )?(?:Official Disability|ODG\b|ACOEM\b|American College|Non-? ?MTUS)|[.;:]|$)`,
  'i',
)

/** After a work: prose that says what the work states, or why it was cited. */
export const TAIL =
  /(?:,|\band\b)? ?\b(?:because|since|(?<!well )as (?:it|this|these|they|the (?:request|MTUS|employee|patient|worker)|no)\b|due to|in that|(?:apply|applies|applied) (?:here|because|since|as|to (?:this|the (?:request|worker|employee|patient)))\b|(?:which|that|and|who) (?:(?:also|clearly) )?(?:states?|says?|recommends?|notes?|indicates?|allows?|supports?|does|do|requires?|advises?|found|finds|concluded|determined|stated|noted|has|have|is|are|was|were)\b|stating|recommending|indicating|for (?:the (?:reason|following)|this reason)|to (?:make|reach|support)|in (?:making|reaching|support)|regarding whether|(?:states?|says?|recommends?|notes?|indicates?|supports?|requires?|advises?|provides?|does not|do not|is not|are not) )/i

/** Words that make a sentence a statement rather than a mere list of works. */
export const SAYS =
  /\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|may|must|should|would|will|states?|stated|says?|recommends?|recommended|notes?|indicates?|allows?|supports?|requires?|advises?|suggests?|finds?|found|determined|concluded)\b/i

/** How a sentence of prose begins, and hardly ever the name of a work without "the". */
export const OPENS_PROSE =
  /^(?:The|This|These|That|It|There|In|If|As|For|When|While|Where|He|She|They|No|A|An|Such|Here|However|Thus|Therefore)\b/

/** "The Strength of Evidence hierarchy" and whoever established it, before the work to which it leads. */
export const HIERARCHY =
  /\b(?:per|under|according to|based on|pursuant to) the (?:strength of evidence|hierarchy of evidence|medical evidence)[^.;:]*?(?:,(?= (?:the )?(?:expert|physician|following|reviewer))|$)/i
