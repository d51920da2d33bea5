{{/* The chart's name in labels. */}}
{{- define "syncline.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/*
What every resource's name starts with. 40 characters leave room for the longest ending: a StatefulSet's name plus
a revision hash becomes a label, which Kubernetes limits to 63.
*/}}
{{- define "syncline.fullname" -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- $joined := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- .Values.fullnameOverride | default $joined | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "syncline.streamsApp.name" -}}
{{- include "syncline.fullname" . }}-streams-app
{{- end -}}

{{- define "syncline.connect.name" -}}
{{- include "syncline.fullname" . }}-connect
{{- end -}}

{{- define "syncline.serviceAccountName" -}}
{{- $default := ternary (include "syncline.fullname" .) "default" .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default $default -}}
{{- end -}}

{{/* Labels that never change, of one component: `dict "root" $ "component" "connect"`. */}}
{{- define "syncline.selectorLabels" -}}
app.kubernetes.io/name: {{ include "syncline.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* All recommended labels of one component. */}}
{{- define "syncline.labels" -}}
{{ include "syncline.selectorLabels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: {{ include "syncline.name" .root }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name (.root.Chart.Version | replace "+" "_") }}
{{- end -}}

{{/* Image reference: `dict "root" $ "image" .Values.connect.image`. */}}
{{- define "syncline.image" -}}
{{- printf "%s:%s" .image.repository (.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
