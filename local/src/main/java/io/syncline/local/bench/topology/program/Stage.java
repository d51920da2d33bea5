package io.syncline.local.bench.topology.program;

/** Where a topology ends, in the order of the flow. */
public enum Stage {
  SOURCE,
  MAPPING,
  QUALITY,
  IDENTITY,
  WHOLE
}
