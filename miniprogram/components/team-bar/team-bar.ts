import { texts } from '../../texts/texts'
import type { TeamShare } from './team-bar.view'

Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { shares: { type: Array, value: [] as TeamShare[] } },
  data: { label: texts.team.bar },
})
