/**
 * Fixed wordings on whose very signs extractors rely, as loose patterns: their long words are whole or mended, while
 * short words, capitals and the signs between may be wrong.
 */
export const FIXED_PHRASES: readonly (readonly [loose: RegExp, says: string])[] = [
  [/\bStates?\W?\w{0,2}\W? ?\w{1,3} ?Licensure ?[:;.,]?/gi, 'State(s) of Licensure:'],
  [/\bCertifications?\W?\w{0,2}\W{0,2}\w?\W?Specialty ?[:;.,]?/gi, 'Certification(s)/Specialty:'],
  [/\bSection ?(?:\(\w{0,2} ?[)\]]?|s\)) ?[:;.,\w]?(?= )/gi, 'Section(s):'],
  [/\bPage ?(?:\(\w{0,2} ?[)\]]?|s\)) ?[:;.,\w]?(?= ?\d)/gi, 'Page(s):'],
  [/\bDecision based \w{1,3} MTUS\b/gi, 'Decision based on MTUS'],
  [/\bDecision based \w{1,3} N? ?\w{1,3}\W{0,2} ?MTUS\W{0,2}Citation\b/gi, 'Decision based on Non-MTUS Citation'],
  [/\b\w{1,4} \w{1,4} cite \w{1,4} medical evidence\b/gi, 'did not cite any medical evidence'],
  [
    /\bdecision \w{1,3} recommendation\W?\w{0,2}\W? ?outside \w{1,3} \w{1,4} MTUS\b/gi,
    'decision on recommendation(s) outside of the MTUS',
  ],
  [/\b(?:w\w{0,2}|as) \w{1,4} original request ?[.,;:]/gi, 'was the original request.'],
  [
    /\bOfficial Disability Guidelines ?(?:\([A-Z]{2,4}\W?|[^\w\s]?[A-Z]{2,4}\))(?=[ ,.:])/gi,
    'Official Disability Guidelines (ODG)',
  ],
  // Years of chapters, with a blank inside.
  [/\b2 ?0 ?0 ?4\b/g, '2004'],
  [/\b2 ?0 ?0 ?7\b/g, '2007'],
  [/\b2 ?0 ?0 ?9\b/g, '2009'],
  [/\b2 ?0 ?1 ?6\b/g, '2016'],
]
