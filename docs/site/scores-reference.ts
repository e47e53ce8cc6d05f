import type { Sheet } from '../../evaluation/index.ts'

/** A page with the scores of every field, on held-out letters and on the corpus. */
export function scoresReference(heldOut: Sheet, corpus: Sheet): string {
  return `# What it scores

These are the scores that every dataset carries in its quality sheet. F1 counts a value as right if it equals gold exactly;
the lenient score counts it if at least half of the words are shared.

## Held-out letters
${heldOut.letters} posted letters that were scored and never read while rules were written. Expect these figures on new letters
of the same form.

${table(heldOut)}

## Sample letters
${corpus.letters} invented letters in all known forms, which come with the program. They show that the program works, not how well
it reads letters it has not seen.

${table(corpus)}
`
}

function table({ fields }: Sheet): string {
  const rows = fields.map(
    ({ field, gold, found, right, f1, lenient }) =>
      `| \`${field}\` | ${gold} | ${found} | ${right} | ${score(f1)} | ${score(lenient)} |`,
  )
  return `| field | in gold | found | right | F1 | lenient |\n|---|---:|---:|---:|---:|---:|\n${rows.join('\n')}`
}

const score = (value: number | null): string => (value === null ? '–' : value.toFixed(3))
