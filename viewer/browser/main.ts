import { plural } from '../../document/format.ts'
import { parseAddress } from './address.ts'
import { setUser, showCase } from './case/case-page.ts'
import { getRun } from './client.ts'
import { announce, fill, h, note } from './dom.ts'
import { showFile } from './run/file-page.ts'
import { showRun } from './run/run-page.ts'
import { showSearch } from './search/search-page.ts'

const main = document.getElementById('main')!
let showing: AbortController | undefined
let lastPage = ''
let lastHash = ''
/** How far each page of results was scrolled when it was left, by its address. */
const scrolled = new Map<string, number>()

async function show(): Promise<void> {
  const address = parseAddress(location.hash)
  if (lastPage === 'search') scrolled.set(lastHash, scrollY)
  const place = lastPage === 'search' ? 0 : (scrolled.get(location.hash) ?? 0)
  showing?.abort()
  showing = new AbortController()
  const { signal } = showing
  for (const link of document.querySelectorAll<HTMLElement>('nav [data-page]')) {
    if (link.dataset.page === address.page) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  // The link back from a case leads to the search results from which it was opened.
  if (address.page === 'search') document.querySelector('[data-page=search]')?.setAttribute('href', location.hash)
  main.className = `page-${address.page}`
  if (lastPage !== '' && lastPage !== address.page) main.focus({ preventScroll: true })
  if (lastPage !== address.page || address.page === 'search') scrollTo(0, 0)
  lastPage = address.page
  lastHash = location.hash
  document.title = TITLES[address.page]
  if (address.page === 'case') await showCase(main, address, signal)
  else if (address.page === 'file') await showFile(main, address.ref, signal)
  else if (address.page === 'run') await showRun(main, address.parameters, signal)
  else if (address.page === 'search') showSearch(main, address.parameters, signal, () => scrollTo(0, place))
  else fill(main, note('There is no such page.'))
}

const TITLES = {
  search: 'Search · IMR decisions',
  case: 'Case · IMR decisions',
  file: 'File · IMR decisions',
  run: 'Run · IMR decisions',
  none: 'No such page · IMR decisions',
}

async function start(): Promise<void> {
  try {
    const run = await getRun()
    document.getElementById('run-name')!.textContent = run.name
    if (!run.indexed && !location.hash.startsWith('#/run')) location.hash = '#/run'
    setUser(run.user)
    announce(run.indexed ? plural(run.records, 'letter') : '')
    addEventListener('hashchange', () => void show())
    // The fragment of this link would be taken for the address of a page.
    document.querySelector('.skip')?.addEventListener('click', event => {
      event.preventDefault()
      main.focus()
    })
    await show()
  } catch (error) {
    fill(main, h('p', { class: 'note', role: 'alert' }, (error as Error).message))
  }
}

void start()
