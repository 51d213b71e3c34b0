#!/bin/bash
# The one-shot service `elasticsearch-setup`: the least rights for web and worker, Kibana's own password, and Logstash's
# key into a volume that Logstash reads. May be run again; a key that is there is kept.
set -euo pipefail
umask 077
url=https://elasticsearch:9200
key_file=/usr/share/elasticsearch/data/logstash
namespace="${ELASTICSEARCH_NAMESPACE:-default}"

# ask <method> <path> <body>: the answer's text; ends when it is no success
ask() {
  curl --fail-with-body --silent --show-error --cacert /run/tls/ca.crt --user "elastic:$ELASTIC_PASSWORD" \
    --request "$1" --header 'content-type: application/json' --data "$3" "$url$2"
}

ask POST /_security/user/kibana_system/_password "{\"password\":\"$KIBANA_SYSTEM_PASSWORD\"}" >/dev/null
ask PUT /_security/role/waiqin_app "{
  \"indices\": [{
    \"names\": [\"logs-attendance.events-$namespace\"],
    \"privileges\": [\"create_doc\", \"read\", \"view_index_metadata\", \"maintenance\", \"delete\"]
  }]
}" >/dev/null
ask PUT /_security/user/waiqin_app "{\"password\":\"$ELASTICSEARCH_APP_PASSWORD\",\"roles\":[\"waiqin_app\"]}" >/dev/null

if [ ! -s "$key_file" ]; then
  key="$(ask POST /_security/api_key "{
    \"name\": \"waiqin-logstash\",
    \"role_descriptors\": {\"events\": {
      \"cluster\": [\"monitor\"],
      \"indices\": [{\"names\": [\"logs-attendance.events-*\"], \"privileges\": [\"create_doc\"]}]
    }}
  }")"
  part() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$key"; }
  printf '%s:%s' "$(part id)" "$(part api_key)" >"$key_file.part"
  mv "$key_file.part" "$key_file"
fi
echo 'Elasticsearch is set up'
