import type { Command } from 'commander'

/** The command that prints completion scripts. */
export const COMPLETE = 'complete'
export const SHELLS = ['zsh', 'bash', 'fish', 'powershell'] as const

/**
 * Lets the library answer requests for completions and print its scripts, with a command of its own. It tells shells
 * never to offer files; where the program has nothing to offer, files are what is wanted.
 */
export async function addCompletion(program: Command): Promise<void> {
  const { default: addTo } = await import('@bomb.sh/tab/commander')
  const { ShellCompDirective } = await import('@bomb.sh/tab')
  const completion = addTo(program)
  Object.defineProperty(completion, 'directive', {
    get: () =>
      completion.completions.length > 0
        ? ShellCompDirective.ShellCompDirectiveNoFileComp
        : ShellCompDirective.ShellCompDirectiveDefault,
    set: () => undefined,
  })
}

/**
 * The script for bash. That of the library needs the package bash-completion, evaluates what is on the command line, and
 * cannot be sourced twice.
 */
export const BASH = `# bash completion for imr
_imr() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [[ $line == :* ]] || COMPREPLY+=("\${line%%$'\\t'*}")
    done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _imr imr
`
