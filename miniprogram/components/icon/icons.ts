/** Our own icons: what stands inside an SVG of 24 × 24, stroke 1.75. Class `f` marks what is filled instead. */
export const ICONS = {
  early:
    '<path d="M2.8 18.5h18.4M6.4 18.5a5.6 5.6 0 0 1 11.2 0M12 9V3.6M9.4 6 12 3.4 14.6 6M4.2 11.2l1.9 1.6M19.8 11.2l-1.9 1.6"/>',
  visit:
    '<circle cx="5.6" cy="18.6" r="2.1"/><circle cx="18.4" cy="5.4" r="2.1"/><path d="M7.8 18.6h7a3.3 3.3 0 0 0 0-6.6H9.2a3.3 3.3 0 0 1 0-6.6h6.9"/>',
  late: '<path d="M20.2 14.3A8.4 8.4 0 0 1 9.7 3.8a8.4 8.4 0 1 0 10.5 10.5z"/>',
  fence: '<circle cx="12" cy="12" r="8.7" stroke-dasharray="3.6 2.2"/><circle class="f" cx="12" cy="12" r="2.3"/>',
  polygon:
    '<path d="M5 10 13 4.5l6.5 6-3 8.5H8z"/><g class="f"><circle cx="5" cy="10" r="1.7"/><circle cx="13" cy="4.5" r="1.7"/><circle cx="19.5" cy="10.5" r="1.7"/><circle cx="16.5" cy="19" r="1.7"/><circle cx="8" cy="19" r="1.7"/></g>',
  locate:
    '<circle cx="12" cy="12" r="6.2"/><path d="M12 2.6v3.2M12 18.2v3.2M2.6 12h3.2M18.2 12h3.2"/><circle class="f" cx="12" cy="12" r="1.8"/>',
  heading: '<path d="M12 3.5 18.5 20 12 16.3 5.5 20z"/>',
  pin: '<path d="M12 21.2s7-6.2 7-11.4a7 7 0 0 0-14 0c0 5.2 7 11.4 7 11.4z"/><circle cx="12" cy="9.8" r="2.4"/>',
  wifi: '<path d="M2.8 9.3a13.4 13.4 0 0 1 18.4 0M6.1 12.9a8.6 8.6 0 0 1 11.8 0M9.3 16.4a4 4 0 0 1 5.4 0"/><circle class="f" cx="12" cy="19.4" r="1.3"/>',
  wifiproof:
    '<path d="M2.8 9.3a13.4 13.4 0 0 1 18.4 0M6.1 12.9a8.6 8.6 0 0 1 8-2.2M9.3 16.4a4 4 0 0 1 1.6-.9"/><circle class="f" cx="9.8" cy="19.6" r="1.3"/><path d="m14 17.6 2.4 2.4 4.8-5"/>',
  offline:
    '<path d="M3.5 3.5l17 17M2.8 9.3a13.4 13.4 0 0 1 4.4-2.8M11 6a13.3 13.3 0 0 1 10.2 3.3M6.1 12.9A8.5 8.5 0 0 1 10 10.8M15 11.2a8.6 8.6 0 0 1 2.9 1.7M9.3 16.4a4 4 0 0 1 5.4 0"/><circle class="f" cx="12" cy="19.4" r="1.3"/>',
  camera:
    '<path d="M4 8h3.3L9 5.3h6L16.7 8H20a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z"/><circle cx="12" cy="13.4" r="3.6"/>',
  note: '<path d="M6 3.5h8.5L19 8v12.5H6z"/><path d="M14 3.5V8.4h5M9 12.4h7M9 16h5"/>',
  calendar: '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 9.8h17M8 2.9v4M16 2.9v4"/>',
  clock: '<circle cx="12" cy="12" r="8.7"/><path d="M12 7v5l3.3 2.1"/>',
  check: '<path d="m5 12.6 4.6 4.6L19.2 7.2"/>',
  okc: '<circle cx="12" cy="12" r="8.7"/><path d="m8 12.3 2.8 2.8 5.4-5.7"/>',
  noc: '<circle cx="12" cy="12" r="8.7"/><path d="m9 9 6 6M15 9l-6 6"/>',
  x: '<path d="M6 6l12 12M18 6 6 18"/>',
  minus: '<path d="M6 12h12"/>',
  alert: '<path d="M12 4 2.9 19.6h18.2z"/><path d="M12 10.2v4.2"/><circle class="f" cx="12" cy="17" r="1.1"/>',
  info: '<circle cx="12" cy="12" r="8.7"/><path d="M12 11v5.2"/><circle class="f" cx="12" cy="8" r="1.2"/>',
  glass:
    '<path d="M6.5 3.5h11M6.5 20.5h11M7.8 3.5c0 4.6 4.2 5.4 4.2 8.5s-4.2 3.9-4.2 8.5M16.2 3.5c0 4.6-4.2 5.4-4.2 8.5s4.2 3.9 4.2 8.5"/>',
  shield:
    '<path d="M12 3 4.8 5.7v5.6c0 4.4 3 7.8 7.2 9.7 4.2-1.9 7.2-5.3 7.2-9.7V5.7z"/><path d="m8.9 11.9 2.3 2.3 4.1-4.3"/>',
  key: '<circle cx="8" cy="15.5" r="4.2"/><path d="m11 12.5 8.5-8.5M16 7.5l2.6 2.6M13.4 10.1l1.7 1.7"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V7.8a4 4 0 0 1 8 0v2.7M12 14.3v2.6"/>',
  phone: '<rect x="6.5" y="2.8" width="11" height="18.4" rx="2"/><path d="M10.5 18.2h3"/>',
  swap: '<rect x="2.8" y="5" width="7" height="12" rx="1.4"/><rect x="14.2" y="9" width="7" height="12" rx="1.4"/><path d="M13 4h3.5a2 2 0 0 1 2 2M16.9 4.9l1.6 1.5 1.6-1.5"/>',
  fix: '<path d="M4.5 19.5h4L19.3 8.7a1.5 1.5 0 0 0 0-2.1l-1.9-1.9a1.5 1.5 0 0 0-2.1 0L4.5 15.5z"/><path d="m13.4 6.6 4 4"/>',
  stamp: '<path d="M9.5 13.5c.8-2.5-1-3.7-1-6.1a3.5 3.5 0 0 1 7 0c0 2.4-1.8 3.6-1 6.1M5 13.5h14v3.7H5zM4.5 20.5h15"/>',
  users:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.4-3.7 2.9-5.6 6.5-5.6s6.1 1.9 6.5 5.6M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.8 14.5c2.2.7 3.5 2.4 3.8 5"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4.2 3.6-6.3 7.5-6.3s6.9 2.1 7.5 6.3"/>',
  building: '<path d="M5 20.5V4.5h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12.5h3M8 16.5h3"/>',
  map: '<path d="M9 4.3 3.5 6.5v13.2L9 17.5l6 2.2 5.5-2.2V4.3L15 6.5z"/><path d="M9 4.3v13.2M15 6.5v13.2"/>',
  layers: '<path d="m12 3.5 9 4.7-9 4.7-9-4.7zM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5"/>',
  list: '<path d="M8.5 6h12M8.5 12h12M8.5 18h12"/><g class="f"><circle cx="4.5" cy="6" r="1.3"/><circle cx="4.5" cy="12" r="1.3"/><circle cx="4.5" cy="18" r="1.3"/></g>',
  sheet: '<rect x="3.5" y="4" width="17" height="16" rx="1.5"/><path d="M3.5 9.3h17M3.5 14.7h17M9 4v16"/>',
  chart: '<path d="M4 4v16h16.5"/><path d="M8.5 16v-4M13 16V7.5M17.5 16v-6"/>',
  gauge:
    '<path d="M4.3 17.5a8.7 8.7 0 1 1 15.4 0"/><path d="m12 13.5 4-4.5"/><circle class="f" cx="12" cy="13.5" r="1.6"/>',
  log: '<path d="M4 5h10M4 9.5h7M4 14h5"/><circle cx="15.5" cy="14.5" r="4"/><path d="m18.4 17.4 2.6 2.6"/>',
  plug: '<path d="M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5V21"/>',
  download: '<path d="M12 3.5v11.6M7.3 10.6l4.7 4.7 4.7-4.7M4 20h16"/>',
  upload: '<path d="M12 15.5V4M7.3 8.5 12 3.8l4.7 4.7M4 20h16"/>',
  search: '<circle cx="10.8" cy="10.8" r="6.6"/><path d="m15.7 15.7 4.8 4.8"/>',
  filter: '<path d="M4 5.5h16M7 12h10M10 18.5h4"/>',
  refresh: '<path d="M19.8 11A8 8 0 0 0 5.6 7.3L4 9M4 4.5V9h4.5M4.2 13a8 8 0 0 0 14.2 3.7L20 15M20 19.5V15h-4.5"/>',
  undo: '<path d="M8.5 4.5 4 9l4.5 4.5M4 9h10a5.5 5.5 0 0 1 0 11h-4"/>',
  trash: '<path d="M4 6.5h16M9.5 6.5V4h5v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6"/>',
  copy: '<rect x="8.5" y="8.5" width="12" height="12" rx="1.5"/><path d="M15.5 8.5v-5h-12v12h5"/>',
  bell: '<path d="M6.5 16.5v-6a5.5 5.5 0 0 1 11 0v6l1.7 1.5H4.8zM10 20.5h4"/>',
  help: '<circle cx="12" cy="12" r="8.7"/><path d="M9.6 9.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 1.9"/><circle class="f" cx="12" cy="16.7" r="1.1"/>',
  more: '<g class="f"><circle cx="5" cy="12" r="1.7"/><circle cx="12" cy="12" r="1.7"/><circle cx="19" cy="12" r="1.7"/></g>',
  right: '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  left: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  down: '<path d="m5.5 9 6.5 6.5L18.5 9"/>',
  up: '<path d="M5.5 15 12 8.5l6.5 6.5"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
} as const satisfies Record<string, string>

export type IconName = keyof typeof ICONS

/** A whole picture as a data address, for `mask-image`: whatever is drawn lets the colour through. */
export function iconDataUri(name: IconName, strokeWidth = 1.75): string {
  const body = ICONS[name].replace(/class="f"/g, 'fill="#000" stroke="none"')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="${strokeWidth}" ` +
    `stroke-linecap="round" stroke-linejoin="round">${body}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
