{{/*
Annotations and labels of a workload's pods. Without the chart's version, whose change alone need restart nothing: `dict "root" $ "component" … "values" … "annotations" …`.
*/}}
{{- define "syncline.pod.metadata" -}}
labels:
  {{- include "syncline.selectorLabels" . | nindent 2 }}
  app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
  {{- with .values.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
annotations:
  {{- merge (dict) .values.podAnnotations .annotations | toYaml | nindent 2 }}
{{- end -}}

{{/* What both workloads say of their pods, and the hook too. */}}
{{- define "syncline.pod.identity" -}}
serviceAccountName: {{ include "syncline.serviceAccountName" .root }}
automountServiceAccountToken: false
# Links would add variables such as SYNCLINE_REGISTRY_PORT for a Service `syncline-registry`: names the application reads.
enableServiceLinks: false
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- toYaml .values.podSecurityContext | nindent 2 }}
{{- end -}}

{{/* Where pods may run. */}}
{{- define "syncline.pod.placement" -}}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if .values.topologySpreadConstraints }}
{{- $selector := dict "matchLabels" (include "syncline.selectorLabels" . | fromYaml) }}
topologySpreadConstraints:
  {{- range .values.topologySpreadConstraints }}
  - {{- ternary . (set (deepCopy .) "labelSelector" $selector) (hasKey . "labelSelector") | toYaml | nindent 4 }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* One HTTP probe: `dict "path" … "timing" …`. */}}
{{- define "syncline.probe" -}}
httpGet:
  path: {{ .path }}
  port: http
{{ toYaml .timing }}
{{- end -}}
