{{/* A value as text: Helm reads numbers as floats, and would write a million as 1e+06. */}}
{{- define "syncline.text" -}}
{{- if kindIs "string" . }}{{ . }}{{ else }}{{ toJson . }}{{ end -}}
{{- end -}}

{{- define "syncline.bootstrapServers" -}}
{{- required "kafka.bootstrapServers is required: the brokers of an existing Kafka, for example kafka-0.kafka:9092,kafka-1.kafka:9092" .Values.kafka.bootstrapServers -}}
{{- end -}}

{{- define "syncline.registryUrl" -}}
{{- required "registry.url is required: an existing schema registry, for example http://registry:8080/apis/ccompat/v7" .Values.registry.url -}}
{{- end -}}

{{/* The environment the application reads. */}}
{{- define "syncline.streamsApp.environment" -}}
{{- $app := .Values.streamsApp -}}
JAVA_TOOL_OPTIONS: {{ $app.javaOptions | quote }}
MICRONAUT_SERVER_HOST: 0.0.0.0
MICRONAUT_SERVER_PORT: "8080"
SYNCLINE_KAFKA_BOOTSTRAP_SERVERS: {{ include "syncline.bootstrapServers" . | quote }}
SYNCLINE_KAFKA_PARTITIONS: {{ include "syncline.text" .Values.kafka.partitions | quote }}
SYNCLINE_KAFKA_REPLICATION: {{ include "syncline.text" .Values.kafka.replicationFactor | quote }}
SYNCLINE_REGISTRY_URL: {{ include "syncline.registryUrl" . | quote }}
SYNCLINE_STREAMS_APPLICATION_ID: {{ $app.applicationId | quote }}
SYNCLINE_STREAMS_STATE_DIR: /var/lib/syncline/state
SYNCLINE_STREAMS_THREADS: {{ include "syncline.text" $app.threads | quote }}
SYNCLINE_STREAMS_COMMIT_INTERVAL_MS: {{ include "syncline.text" $app.commitIntervalMs | quote }}
SYNCLINE_STREAMS_STANDBY_REPLICAS: {{ include "syncline.text" $app.standbyReplicas | quote }}
SYNCLINE_STREAMS_STORE_MEMORY_MB: {{ include "syncline.text" $app.storeMemoryMb | quote }}
SYNCLINE_HISTORY_RETENTION: {{ $app.historyRetention }}
SYNCLINE_STREAMS_GROUP_PROTOCOL: {{ $app.groupProtocol }}
SYNCLINE_STREAMS_CLOSE_TIMEOUT: {{ sub $app.terminationGracePeriodSeconds 15 }}s
{{- $files := list }}
{{- range $name := keys .Values.sources | sortAlpha }}
{{- $files = append $files (printf "/etc/syncline/mappings/%s.yaml" $name) }}
{{- end }}
{{- if not $files }}
{{- fail "sources is empty: name at least one, the application does not start without a mapping" }}
{{- end }}
SYNCLINE_MAPPINGS: {{ join "," $files | quote }}
{{- if .Values.rules.survivorship }}
SYNCLINE_SURVIVORSHIP: /etc/syncline/rules/survivorship.yaml
{{- end }}
{{- end -}}

{{/* One file per source. */}}
{{- define "syncline.mappings" -}}
{{- range $name, $source := .Values.sources }}
{{ $name }}.yaml: |2
{{ $source.mapping | trimSuffix "\n" | indent 2 }}
{{- end }}
{{- end -}}

{{/* The files that hold for all sources together. */}}
{{- define "syncline.rules" -}}
{{- with .Values.rules.survivorship }}
survivorship.yaml: |2
{{ . | trimSuffix "\n" | indent 2 }}
{{- end }}
{{- end -}}

{{/* One file per connector of the sources and targets, as PUT /connectors/<name>/config takes it. */}}
{{- define "syncline.connectors" -}}
{{- $taken := dict -}}
{{- range $kind := list "sources" "targets" }}
{{- range $name, $end := index $.Values $kind }}
{{- $key := printf "%s.%s" $kind $name }}
{{- $connector := $end.connector.name }}
{{- with index $taken $connector }}
{{- fail (printf "%s.connector.name: %s is already the name of %s" $key $connector .) }}
{{- end }}
{{- $_ := set $taken $connector $key }}
{{ $connector }}.json: |
{{ $end.connector.config | toPrettyJson | indent 2 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The Secrets that sources and targets name, each once. */}}
{{- define "syncline.connect.envFrom" -}}
{{- $secrets := list -}}
{{- range $ends := list .Values.sources .Values.targets }}
{{- range $end := $ends }}
{{- with $end.existingSecret }}{{ $secrets = append $secrets . }}{{ end }}
{{- end }}
{{- end }}
{{- range $secrets | uniq | sortAlpha }}
- secretRef:
    name: {{ . }}
{{- end }}
{{- with .Values.connect.envFrom }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The worker's properties: the chart's own, then what values say. */}}
{{- define "syncline.connect.properties" -}}
{{- $connect := .Values.connect -}}
{{- $registry := include "syncline.registryUrl" . -}}
{{- $replication := .Values.kafka.replicationFactor -}}
{{- $properties := dict
  "bootstrap.servers" (include "syncline.bootstrapServers" .)
  "group.id" $connect.groupId
  "listeners" "http://0.0.0.0:8083"
  "rest.advertised.host.name" "${env:SYNCLINE_CONNECT_HOST}"
  "plugin.path" $connect.pluginPath
  "plugin.discovery" "service_load"
  "exactly.once.source.support" "enabled"
  "config.storage.topic" (printf "%s-configs" $connect.groupId)
  "offset.storage.topic" (printf "%s-offsets" $connect.groupId)
  "status.storage.topic" (printf "%s-status" $connect.groupId)
  "config.storage.replication.factor" $replication
  "offset.storage.replication.factor" $replication
  "status.storage.replication.factor" $replication
  "key.converter" "io.syncline.connect.avro.CompiledAvroConverter"
  "key.converter.schema.registry.url" $registry
  "value.converter" "io.syncline.connect.avro.CompiledAvroConverter"
  "value.converter.schema.registry.url" $registry
  "config.providers" "env"
  "config.providers.env.class" "org.apache.kafka.common.config.provider.EnvVarConfigProvider"
  "config.providers.env.param.allowlist.pattern" "^SYNCLINE_.*"
}}
{{- /* A replaced pod comes back under another name: waiting five minutes for the old one only idles its tasks. */}}
{{- $_ := set $properties "scheduled.rebalance.max.delay.ms" 10000 }}
{{- range $key, $value := mergeOverwrite $properties $connect.config }}
{{ $key }}={{ include "syncline.text" $value | replace "\\" "\\\\" }}
{{- end }}
{{- end -}}
