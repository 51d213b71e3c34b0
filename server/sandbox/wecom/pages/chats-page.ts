import { jsonAnswer, type SandboxAnswer } from '../answer'
import type { Chats } from '../chats'
import type { Directory } from '../directory'
import type { Member } from '../directory-types'
import type { ChatPageOptions } from '../options'
import type { ChatState } from './chat-state'
import { lastLine, messageViews } from './chat-view'
import { pageAnswer } from './document'
import { html, joined, type Html } from './html'
import { MENU_ICONS } from './icons'
import { TEXTS } from './texts'

interface Parts {
  readonly directory: Directory
  readonly chats: Chats
  readonly options: ChatPageOptions
  readonly nowMs: () => number
}

/** `/chats?person=…`: a person's chat with the app, its cards to be pressed. */
export function createChatsPage({ directory, chats, options, nowMs }: Parts) {
  /** Whoever has messages comes first, the newest on top. */
  async function people(): Promise<Member[]> {
    const lastAt = ({ userId }: Member) => chats.of(userId).messages.at(-1)?.sentAtMs ?? 0
    return [...(await directory.members())].sort((a, b) => lastAt(b) - lastAt(a))
  }

  const peopleView = (members: readonly Member[], chosen: string): Html =>
    joined(
      members.map(
        ({ userId, name }) =>
          html`<li>
            <a href="chats?person=${encodeURIComponent(userId)}" ${current(userId === chosen)}>
              <b>${name}</b><span>${lastLine(chats.of(userId))}</span></a
            >
          </li>`,
      ),
    )

  const droppedText = (userId: string) => {
    const { droppedCount } = chats.of(userId)
    return droppedCount === 0 ? '' : TEXTS.dropped(droppedCount)
  }

  return {
    async page(query: URLSearchParams): Promise<SandboxAnswer> {
      const members = await people()
      const asked = query.get('person')
      const person = members.find(({ userId }) => userId === asked) ?? members[0]
      return pageAnswer({
        title: `${TEXTS.chatsTitle} · ${TEXTS.title}`,
        assets: 'assets/',
        styles: ['page.css', 'chats.css'],
        scripts: ['chats.js'],
        body:
          person === undefined
            ? html`<body>
                <p class="none">${TEXTS.noPeople}</p>
              </body>`
            : body(members, person),
      })
    },

    /** `/chats/state?person&since` */
    async state(query: URLSearchParams): Promise<SandboxAnswer> {
      const userId = query.get('person') ?? ''
      const since = Number(query.get('since') ?? 0)
      const chat = chats.of(userId)
      const views = messageViews(chat, nowMs())
      const state: ChatState = {
        ids: views.map(({ id }) => id),
        messages: views.filter(({ version }) => version > since).map(({ id, html: text }) => ({ id, html: text })),
        version: Math.max(since, ...views.map(({ version }) => version)),
        people: peopleView(await people(), userId).html,
        dropped: droppedText(userId),
      }
      return jsonAnswer(200, { ...state })
    },
  }

  function body(members: readonly Member[], { userId, name }: Member): Html {
    const views = messageViews(chats.of(userId), nowMs())
    const version = Math.max(0, ...views.map((view) => view.version))
    return html`<body
      data-person="${userId}"
      data-version="${version}"
      data-failed="${TEXTS.failed}"
      data-preview="${options.previewPath ?? ''}"
    >
      <aside>
        <h1>${TEXTS.title}</h1>
        <nav aria-label="${TEXTS.people}">
          <ul id="people">
            ${peopleView(members, userId)}
          </ul>
        </nav>
      </aside>
      <main>
        <header>
          <h2>${options.appName}</h2>
          <label class="person"
            ><span>${TEXTS.person}</span>
            <select id="person" aria-label="${TEXTS.choosePerson}">
              ${members.map(
                (member) =>
                  html`<option value="${member.userId}" ${selected(member.userId === userId)}>${member.name}</option>`,
              )}
            </select></label
          >
          <p class="who">${name}</p>
        </header>
        <div class="flow" id="flow">
          <p class="dropped" id="dropped" role="status">${droppedText(userId)}</p>
          <p class="none" id="none">${TEXTS.empty}</p>
          <ol id="messages">
            ${views.map((view) => ({ html: view.html }))}
          </ol>
        </div>
        <p class="toast" id="toast" role="status" hidden></p>
        <footer>
          <div class="write">
            <input
              id="text"
              maxlength="500"
              aria-label="${TEXTS.writeLabel}"
              placeholder="${TEXTS.writeLabel}"
            /><button type="button" id="send">${TEXTS.send}</button>
          </div>
          <nav aria-label="${TEXTS.menuLabel}">
            ${options.menu.map(
              (item) =>
                html`<a href="#" data-page="${item.pagePath}" target="_blank"
                  ><svg viewBox="0 0 24 24" aria-hidden="true">${MENU_ICONS[item.icon]}</svg>${item.name}</a
                >`,
            )}
          </nav>
        </footer>
      </main>
    </body>`
  }
}

function current(isChosen: boolean): Html | null {
  return isChosen ? { html: ' aria-current="page"' } : null
}

function selected(isChosen: boolean): Html | null {
  return isChosen ? { html: ' selected' } : null
}
