#!/bin/sh
# sh server/deploy/make-secrets.sh waiqin.example.com [folder]
#
# Makes everything that compose.yaml needs to keep secret, once: waiqin.env with random passwords and keys, an authority
# of its own with certificates for the services among themselves, and a certificate for the browser's side, which is for
# trying out: phones trust only one of a public authority (put it in place of tls/tls.crt and tls/tls.key).
# Nothing that is there is overwritten. Needs openssl.
set -eu
umask 077

host="${1:?usage: make-secrets.sh <host name of the server> [folder]}"
folder="${2:-$(dirname "$0")/secrets}"
env="$folder/waiqin.env"
[ ! -e "$env" ] || { echo "$env is there already: nothing was changed" >&2; exit 1; }
mkdir -p "$folder/tls"

key() { openssl rand -base64 32; }
# Of letters and digits alone, of every kind that SQL Server asks for.
password() { echo "Aa1$(openssl rand -hex 20)"; }

openssl req -x509 -newkey rsa:2048 -sha256 -nodes -days 3650 -subj "/CN=Waiqin internal authority" \
  -keyout "$folder/ca.key" -out "$folder/ca.crt" 2>/dev/null

# certificate <file name> <host names>…
certificate() {
  name="$1"
  shift
  names="$(for one in "$@"; do printf 'DNS:%s,' "$one"; done)"
  openssl req -newkey rsa:2048 -sha256 -nodes -subj "/CN=$1" \
    -keyout "$folder/$name.key" -out "$folder/$name.csr" 2>/dev/null
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nkeyUsage=digitalSignature,keyEncipherment\n' "${names%,}" \
    >"$folder/$name.ext"
  openssl x509 -req -sha256 -days 825 -in "$folder/$name.csr" -CA "$folder/ca.crt" -CAkey "$folder/ca.key" \
    -CAcreateserial -extfile "$folder/$name.ext" -out "$folder/$name.crt" 2>/dev/null
  rm "$folder/$name.csr" "$folder/$name.ext"
}
certificate tls/tls "$host"
certificate sqlserver sqlserver
certificate elasticsearch elasticsearch
# By its second name for programs on this computer.
certificate logstash logstash localhost

metrics_token="$(openssl rand -hex 24)"
printf '%s' "$metrics_token" >"$folder/metrics-token"

cat >"$env" <<END
# Made by make-secrets.sh. Keep a copy where the database's backups are not: without these keys a backup cannot be read.
# docker compose --env-file $env up -d
COMPOSE_PROFILES=
WAIQIN_VERSION=0.1.0
COMPANY_NAME=我的公司
PUBLIC_URL=https://$host

# ---- to be filled in: WeCom's console says them (docs/wecom.md) ----
WECOM_CORP_ID=
WECOM_AGENT_ID=
WECOM_SECRET=
WECOM_CONTACT_SECRET=
WECOM_MINIPROGRAM_APPID=
WECOM_DOMAIN_FILE=
# Enter these two there, under 接收消息.
WECOM_CALLBACK_TOKEN=$(openssl rand -hex 16)
WECOM_CALLBACK_AES_KEY=$(openssl rand -base64 32 | tr -d '=')

# ---- photos: oss and the OSS_ variables; or embedded, in the volume that web and worker share ----
PHOTO_STORE=embedded
ALLOW_EMBEDDED=photos
OSS_BUCKET=
OSS_REGION=
OSS_DOMAIN=
OSS_ENDPOINT=
OSS_ACCESS_KEY_ID=
OSS_ACCESS_KEY_SECRET=
OSS_ROLE_ARN=
OSS_CREDENTIALS_FILE=

# ---- Waiqin's own keys ----
FIELD_KEYS=k1:$(key)
FIELD_HASH_KEY=$(key)
REFRESH_SECRET=$(key)
KEY_ENCRYPTION_KEY=$(key)
PHOTO_STORE_SECRET=$(key)
METRICS_TOKEN=$metrics_token

# ---- the services among themselves ----
SQLSERVER_SA_PASSWORD=$(password)
SQLSERVER_MIGRATE_PASSWORD=$(password)
SQLSERVER_APP_PASSWORD=$(password)
ELASTIC_PASSWORD=$(password)
ELASTICSEARCH_APP_PASSWORD=$(password)
KIBANA_SYSTEM_PASSWORD=$(password)
KIBANA_ENCRYPTION_KEY=$(openssl rand -hex 32)
LOGSTASH_HTTP_PASSWORD=$(password)
END

# The folder is closed to others, and the containers, whose users are not its owner, are given single files of it, and
# nginx the folder tls.
chmod 0700 "$folder"
chmod 0755 "$folder/tls"
chmod 0644 "$folder"/*.crt "$folder"/tls/* "$folder/sqlserver.key" "$folder/elasticsearch.key" \
  "$folder/logstash.key" "$folder/metrics-token"
echo "Made $folder. Now fill in the WECOM_ lines of $env"
