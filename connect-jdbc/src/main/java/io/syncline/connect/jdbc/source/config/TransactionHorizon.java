package io.syncline.connect.jdbc.source.config;

/** Way of knowing that nothing older will be committed any more. */
public enum TransactionHorizon {
  /** The database is asked which transactions are in progress. */
  DATABASE,
  /** A delay is trusted. */
  CLOCK
}
