/** Runs as a process of its own: one photo per job. See photo-verifier.ts. */
import { verifyPhoto } from './photo-decode'
import { serveJobs } from './pool-process'

serveJobs(verifyPhoto)
