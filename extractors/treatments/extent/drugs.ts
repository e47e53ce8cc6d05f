// "Ultram 50 mg", "Orphenadrine Citrate ER 100mg", "Norco 7.5-325mg", "Butrans 10mcg/hr", "Lidocaine 5% patch"
// "codeine #3"
const RELEASE =
  /^[ -](?:hcl|hydrochloride|sodium|potassium|citrate|tartrate|succinate|sulfate|bitartrate|er|xr|sr|cr|ir|xl|dr|ds|odt|ec|pm|es|hfa|forte|extra strength|#[2-4](?!\d))(?![a-z\d])/i
const STRENGTH =
  /^,? \(?\d[\d.,]*(?:\s?(?:mg|mcg|%)?\s?[/-]\s?\d[\d.]*){0,3}\s?(?:mgs?|mcgs?|meq|units?|iu|%|percent)(?![a-z])(?:[/-](?:\d+ ?)?(?:ml|hr|hour)\b)?\)?/i
// "Zyxomol® patches"
const MARK = /^ ?[®™]/
// "Norco 10/325", "Soma 350, Elavil 25 and rest"
const BARE =
  /^ \d{1,3}(?:\.\d+)?(?:[/-](?:\d{2,3}|\d{1,2}\.\d{1,2})\b(?![/-])|(?=,? and\b|[,;] (?:[A-Za-z]|$)|\.?$|\. [A-Z0-9]| (?:IM|IV|SQ|prn|po|bid|tid|qid|qhs|qd|hs|daily|nightly|as needed|at (?:night|bedtime)|(?:once|twice|three times|four times) (?:a|per|daily)|every (?:day|night|\d))\b))/i
const FORM =
  /^(?: |-containing )(?:(?:topical|ophthalmic|otic|nasal|oral|vaginal|rectal|transdermal) )?(?:kits?|balm|salve|roll-on|oil|tincture|gummies|gum|lollipops?|gel|cream|ointment|lotion|patch(?:es)?|dose[- ]?pa(?:k|ck)|(?:nasal )?spray|(?:eye )?drops|taper|syrup|suspension|suppositor(?:y|ies)|burst|nebuli[sz]ers?|nebs?|rinse|mouthwash|shampoo|foam|powder|packets?|softgels?|lozenges?|troches?|films?|infusions?|elixir|wash|supplements?|solution|inhaler|pads?|(?:pain )?medications?|therapy|agents?|tablets?|tabs?|capsules?|pills?)\b/i

// "Toradol 60 mg | IM"
const ROUTE = /^ (?:IM|IV|SQ|SC|sub-?q)\b(?! (?:push|drip|infusion|line|access)\b)/i
// "Baclofen 2%, Zyxomol 5 percent in cream base": further ingredients of a mixture, and its base.
const PARTS = /^(?:[\s,/-]+(?:and )?[A-Za-z][A-Za-z ]{2,25}\s\d[\d.]*\s?(?:%|percent))+/
const BASE = /^,? (?:in (?:a )?)?(?:cream|gel|ointment|lipoderm|mediderm)(?: base)?\b/i

/** End of a drug's phrase with its salt, release form, strength and dosage form. */
export function drugEdge(text: string, end: number, limit: number): number {
  let edge = end
  for (const pattern of [MARK, RELEASE, RELEASE, FORM, STRENGTH, BARE, RELEASE, FORM]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 40)))?.[0] ?? ''
    // "(ibuprofen, Ultram 50 mg)": a bracket not opened by the strength belongs to something else
    edge += more.endsWith(')') && !more.includes('(') ? more.length - 1 : more.length
  }
  if (/\d(?: ?[a-z]+)?$/i.test(text.slice(end, edge))) edge += ROUTE.exec(text.slice(edge, limit))?.[0].length ?? 0
  if (!/(?:%|percent)$/.test(text.slice(end, edge))) return edge
  for (const pattern of [PARTS, BASE]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 240)))
    if (more) edge += more[0].length
  }
  return text[edge] === ')' && opened(text.slice(Math.max(0, end - 200), edge)) ? edge + 1 : edge
}

const opened = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')
