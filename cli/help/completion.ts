import type { Offer } from './offers.ts'

/** The command that prints completion scripts. */
export const COMPLETE = 'complete'
/** The shells for which there is a completion script. */
export const SHELLS = ['zsh', 'bash', 'fish', 'powershell'] as const

/** What the scripts read: one offer a line, and a last line that says whether the shell should offer files instead. */
export function answerOf(offers: readonly Offer[]): string {
  const lines = offers.map(({ value, description }) => `${value}\t${description}\n`)
  return `${lines.join('')}:${lines.length > 0 ? NO_FILES : FILES}\n`
}
/** As in the scripts of the library, which are those of Cobra. */
const [FILES, NO_FILES] = [0, 4]

/** Prints the script for a shell. */
export async function printScript(name: string, shell: (typeof SHELLS)[number]): Promise<void> {
  if (shell === 'bash') process.stdout.write(BASH)
  else (await import('@bomb.sh/tab')).script(shell, name, name)
}

/**
 * The script for bash. That of the library needs the package bash-completion, evaluates what is on the command line, and
 * cannot be sourced twice.
 */
const BASH = `# bash completion for imr
_imr() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [[ $line == :* ]] || COMPREPLY+=("\${line%%$'\\t'*}")
    done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _imr imr
`
