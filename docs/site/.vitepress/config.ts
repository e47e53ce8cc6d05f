import { defineConfig } from 'vitepress'

/** The pages are those that `build.ts` gathers. */
export default defineConfig({
  title: 'imr',
  description: "Case records from California's independent medical review letters",
  srcDir: './pages',
  outDir: './dist',
  cacheDir: './.vitepress/cache',
  rewrites: { 'queries/README.md': 'queries/index.md', 'decisions/README.md': 'decisions/index.md' },
  // Made by TypeDoc after the pages.
  ignoreDeadLinks: [/^\/api\//],
  cleanUrls: false,
  markdown: { config: markdown => markdown.core.ruler.push('links-out', linksOut) },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'How-to', link: '/analyse', activeMatch: '^/(analyse|operations|view|queries)' },
      {
        text: 'Reference',
        link: '/reference/record',
        activeMatch: '^/(reference|commands|dataset|data-dictionary|forms|glossary)',
      },
      { text: 'Explanation', link: '/how-it-reads', activeMatch: '^/(how-it-reads|limits|decisions|clinical-misses)' },
      { text: 'API', link: '/api/index.html', target: '_self' },
    ],
    sidebar: [
      { text: 'Tutorial', items: [{ text: 'From letters to a chart', link: '/tutorial' }] },
      {
        text: 'How-to',
        items: [
          { text: 'Analyse a dataset', link: '/analyse' },
          { text: 'Answer common questions', link: '/queries/' },
          { text: 'Ingest in bulk', link: '/operations' },
          { text: 'Search, check and correct', link: '/view' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'The record', link: '/reference/record' },
          { text: 'The dataset', link: '/dataset' },
          { text: 'Data dictionary', link: '/data-dictionary' },
          { text: 'Commands', link: '/commands' },
          { text: 'Library', link: '/api/index.html', target: '_self' },
          { text: 'Forms of letters', link: '/forms' },
          { text: 'Glossary', link: '/glossary' },
        ],
      },
      {
        text: 'Explanation',
        items: [
          { text: 'How it reads', link: '/how-it-reads' },
          { text: 'What it scores', link: '/reference/scores' },
          { text: 'What it cannot do', link: '/limits' },
          { text: 'What it still misses', link: '/clinical-misses' },
          { text: 'Decisions', link: '/decisions/' },
        ],
      },
    ],
  },
})

interface MarkdownToken {
  readonly type: string
  attrs: [string, string][] | null
  readonly children: MarkdownToken[] | null
  tag: string
}

/** Files of the repository that are not pages cannot be linked to from the site: their links become plain text. */
function linksOut(state: { readonly tokens: MarkdownToken[]; readonly env: { readonly relativePath?: string } }): void {
  const folder = (state.env.relativePath ?? '').split('/').slice(0, -1)
  for (const { children } of state.tokens) {
    let out = false
    for (const token of children ?? []) {
      if (token.type === 'link_open') {
        out = leavesPages(token.attrs?.find(([name]) => name === 'href')?.[1] ?? '', folder.length)
        if (out) plain(token)
      } else if (token.type === 'link_close' && out) plain(token)
    }
  }
}

/** Whether an address leads out of `docs/`, or to a file in it that is not a page. */
function leavesPages(address: string, depth: number): boolean {
  if (/^[a-z]+:|^[/#]/.test(address)) return false
  const up = address.split('/').filter(part => part === '..').length
  return up > depth || /\.(?:json|sql|ts)(?:#|$)/.test(address)
}

function plain(token: MarkdownToken): void {
  token.tag = 'span'
  token.attrs = null
}
