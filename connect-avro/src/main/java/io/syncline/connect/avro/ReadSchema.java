package io.syncline.connect.avro;

/** A registered schema in the records of a topic: its version is the one of the topic's subject. */
record ReadSchema(String topic, int id) {

  @Override
  public String toString() {
    return "Schema " + id + " in " + topic;
  }
}
