import { html, type Html } from './html'
import type { StartTexts } from './start.texts'

/**
 * The fence figure of the visual system, drawn to 0.9 units a metre: fence of 150 m, tolerance 22 m, a fix 85 m from the
 * centre with an accuracy of 22 m, and the decision that follows.
 */
export function fenceFigure(texts: StartTexts['figure']): Html {
  const [firstRoad, secondRoad] = texts.roads
  return html`<figure class="figure">
    <svg viewBox="0 0 720 520" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${texts.label}">
      <rect class="land" width="720" height="520" />
      <path class="water" d="M-20 470C120 420 240 500 380 470S620 380 760 400V560H-20z" />
      <g transform="rotate(-9 360 260)">
        <path class="casing" d="M-80 150H800M-80 388H800M150-80V620M540-80V620" />
        <path class="road" d="M-80 150H800M-80 388H800M150-80V620M540-80V620" />
        <g class="building">
          <path
            d="M200 186h76v58h-34v84h-42zM312 186h92v50h-92zM438 190h66v96h-66zM300 268h104v36H300zM300 330h70v30h-70zM404 318h100v42H404z"
          />
          <path
            d="M186 40h110v70H186zM336 24h60v86h-60zM432 54h72v56h-72zM580 30h110v80H580zM590 190h90v60h-90zM590 286h44v74h-44zM660 300h60v60h-60z"
          />
          <path
            d="M-20 190h120v52H-20zM10 280h86v80H10zM-40 30h80v70h-80zM70 20h44v90H70zM190 424h90v60h-90zM330 424h60v90h-60zM440 430h66v44h-66zM586 426h100v50H586z"
          />
        </g>
        <text class="road-name" x="44" y="155">${firstRoad}</text>
        <text class="road-name" transform="translate(545 410) rotate(90)">${secondRoad}</text>
      </g>
      <circle class="tolerance" cx="410" cy="172" r="155" />
      <circle class="fence" cx="410" cy="172" r="135" />
      <path class="ray" d="M410 172 348 216" />
      <g class="fix" transform="translate(348 216)">
        <circle class="accuracy" r="20" />
        <circle class="dot" r="7" />
      </g>
      <g transform="translate(410 172)">
        <rect class="site" x="-9" y="-9" width="18" height="18" rx="4" />
        <path class="site-mark" d="M-4 5v-9h5v9M1 0h4v5M-6 5h12" />
      </g>
      <g class="name" transform="translate(410 138)">
        <rect x="-52" y="-14" width="104" height="26" rx="13" />
        <text y="5">${texts.office}</text>
      </g>
      <g class="distance" transform="translate(302 240)">
        <rect x="-28" y="-13" width="56" height="26" rx="13" />
        <text y="5">${texts.distance}</text>
      </g>
      <g class="scale" transform="translate(476 34)">
        <path d="M0-6V0H90V-6" />
        <text x="45" y="-6">100 m</text>
      </g>
    </svg>
    ${receipt(texts)}
  </figure>`
}

function receipt(texts: StartTexts['figure']): Html {
  const [nothing, asked, seen] = texts.heads
  return html`<figcaption class="receipt">
    <div class="receipt-head">
      <b>${texts.slot}</b>
      <span class="chip accepted"
        ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m5 12.6 4.6 4.6L19.2 7.2" /></svg
        >${texts.accepted}</span
      >
    </div>
    <table>
      <thead>
        <tr>
          <td>${nothing}</td>
          <th scope="col">${asked}</th>
          <th scope="col">${seen}</th>
        </tr>
      </thead>
      <tbody>
        ${texts.rows.map(
          ([check, rule, fact]) =>
            html`<tr>
              <th scope="row">${check}</th>
              <td>${rule}</td>
              <td><b>${fact}</b></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </figcaption>`
}
