import { readFileSync } from 'node:fs'
import { OWN_FILES_ONLY, type Page } from '../../http/page'
import type { Language } from '../../http/language'
import { html, type Html } from './html'
import { fenceFigure } from './start.figure'
import { START_TEXTS, type PlaceName, type StartTexts, type TourStep } from './start.texts'

export interface StartPerson {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly situation: string
}

export interface StartContent {
  /** Who a visitor can be; none in an installation without the demo company, which gets no tour either. */
  readonly people: readonly StartPerson[]
  /** Paths of what this installation has, in this order. */
  readonly places: Partial<Readonly<Record<PlaceName, string>>>
}

const STYLE_PATH = '/assets/start.css'

/** `GET /`: who you can be, a short tour, and where things are. Texts stand in start.texts.ts. */
export function startPages(content: StartContent): Page[] {
  const style = readFileSync(new URL('./start.css', import.meta.url), 'utf8')
  return [
    {
      path: '/',
      answer: ({ language }) => ({
        type: 'text/html; charset=utf-8',
        body: startHtml(content, language),
        contentSecurityPolicy: OWN_FILES_ONLY,
      }),
    },
    {
      path: STYLE_PATH,
      quiet: true,
      answer: () => ({ type: 'text/css; charset=utf-8', body: style, cacheSeconds: 300 }),
    },
  ]
}

/** The whole page in one language. */
export function startHtml(content: StartContent, language: Language): string {
  const texts = START_TEXTS[language]
  const isTrial = content.people.length > 0
  return html`<!doctype html>
    <html lang="${texts.htmlLanguage}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${texts.title}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/">${LOGO}<span>${texts.brand}</span></a>
          <a href="/?lang=${texts.otherLanguage.language}" hreflang="${texts.otherLanguage.language}"
            >${texts.otherLanguage.label}</a
          >
        </header>
        <main>
          <section class="hero">
            <div>
              <h1>${texts.headline}</h1>
              <p class="lead">${texts.lead}</p>
              ${isTrial ? factsList(texts) : html``}
            </div>
            ${fenceFigure(texts.figure)}
          </section>
          ${isTrial ? peopleSection(content.people, texts) : html``}
          <div class="columns">${isTrial ? tourSection(texts) : html``}${placesSection(content.places, texts)}</div>
        </main>
        <footer>${texts.foot}</footer>
      </body>
    </html>`.html
}

function factsList(texts: StartTexts): Html {
  return html`<dl class="facts">
    ${texts.facts.map(
      ({ term, text }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`
}

function peopleSection(people: readonly StartPerson[], texts: StartTexts): Html {
  return html`<section>
    <h2>${texts.people.heading}</h2>
    <p class="secondary">${texts.people.lead}</p>
    <ul class="pane people">
      ${people.map(
        ({ userId, name, role, situation }, index) =>
          html`<li>
            <span class="avatar tone-${index % 6}" aria-hidden="true">${[...name][0] ?? ''}</span>
            <div>
              <p><b>${name}</b> <span class="secondary">${role}</span></p>
              <p class="secondary">${situation}</p>
              <p class="meta">${texts.people.userId} <code>${userId}</code></p>
            </div>
          </li>`,
      )}
    </ul>
  </section>`
}

function tourSection(texts: StartTexts): Html {
  return html`<section class="tour">
    <h2>${texts.tour.heading}</h2>
    <p class="secondary">${texts.tour.lead}</p>
    <ol class="pane">
      ${texts.tour.steps.map(
        (step, index) =>
          html`<li>
            <span class="number" aria-hidden="true">${index + 1}</span>
            <div>
              <b>${step.title}</b>
              <p class="secondary">${step.text}</p>
              ${stepWay(step)}
            </div>
          </li>`,
      )}
    </ol>
  </section>`
}

function stepWay({ command, link }: TourStep): Html {
  if (command !== null) return html`<pre class="command" tabindex="0"><code>${command}</code></pre>`
  return link === null ? html`` : html`<a class="path" href="${link}">${link}</a>`
}

function placesSection(places: StartContent['places'], texts: StartTexts): Html {
  const rows = Object.entries(places) as [PlaceName, string][]
  return html`<section class="places">
    <h2>${texts.places.heading}</h2>
    <ul class="pane">
      ${rows.map(
        ([name, path]) =>
          html`<li>
            <a href="${path}">
              ${icon(name)}
              <span
                ><b>${texts.places.rows[name].title}</b><span class="secondary">${texts.places.rows[name].text}</span
                ><code>${path}</code></span
              >
            </a>
          </li>`,
      )}
    </ul>
  </section>`
}

const LOGO = html`<svg width="32" height="32" viewBox="0 0 24 24" aria-hidden="true">
  <rect class="logo" width="24" height="24" rx="6" />
  <circle cx="12" cy="12" r="7.2" fill="none" stroke="#fff" stroke-width="1.7" stroke-dasharray="3.2 2" />
  <circle cx="12" cy="12" r="2.4" fill="#fff" />
</svg>`

/** From the visual system's own set: 24 grid, 1.75 stroke. */
const ICONS: Readonly<Record<PlaceName, Html>> = {
  preview: html`<rect x="6.5" y="2.8" width="11" height="18.4" rx="2.6" /><path d="M10.6 18.2h2.8" />`,
  docs: html`<path d="M6 3.5h8.5L19 8v12.5H6z" /><path d="M14 3.5V8.4h5M9 12.4h7M9 16h5" />`,
  openapi: html`<path d="m12 3.5 9 4.7-9 4.7-9-4.7zM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5" />`,
  health: html`<circle cx="12" cy="12" r="8.7" /><path d="m8 12.3 2.8 2.8 5.4-5.7" />`,
  metrics: html`<path d="M4.3 17.5a8.7 8.7 0 1 1 15.4 0" /><path d="m12 13.5 4-4.5" /><circle
      class="filled"
      cx="12"
      cy="13.5"
      r="1.6"
    />`,
  sandbox: html`<path d="M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5V21" />`,
}

function icon(name: PlaceName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`
}
