#!/bin/sh
# The one-shot service `migrate` of compose.yaml: brings the database and, where it is used, Elasticsearch up to this
# version. May be run any number of times; web and worker of this version start after it.
set -eu
cd "$(dirname "$0")/../.."
node --import tsx server/src/adapters/database/commands.ts migrate
node --import tsx prisma/seed/seed.ts --company "${COMPANY_NAME:?the name of the company}"
if [ "${EVENT_LOG:-embedded}" = elasticsearch ]; then
  node --import tsx server/src/features/elk-setup/elk-setup.command.ts
fi
