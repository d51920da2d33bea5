package io.syncline.streams.inspection.quality;

import io.syncline.schemas.Entity;
import java.util.Map;

/**
 * What is read from where.
 *
 * @param tables the table that each entity is mapped from, by the source's name
 */
public record MappedEntities(Map<String, Map<Entity, String>> tables) {}
